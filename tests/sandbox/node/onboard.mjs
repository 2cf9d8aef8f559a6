// Onboards one person at the five venues of a sandbox, and prints what it got as one JSON object.
//
//   node onboard.mjs http://127.0.0.1:8900
//
// It is written from the venues' public pages, in another language and with other libraries than the rest, so that
// the sandbox is not only right for clients of its own kind.

import { createHash, createHmac } from "node:crypto";
import { keccak_256 } from "@noble/hashes/sha3";
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from "@noble/hashes/utils";
import { secp256k1 } from "@noble/curves/secp256k1";

const ROOT = process.argv[2];
const EMAIL = "ada.lovelace@example.com";
const PHONE = "+447911123456";
const PASSWORD = "Kal31ewwqXrew!";

async function call(method, url, { headers = {}, json, form, body, status = 200 } = {}) {
  const sent = { ...headers };
  let content = body;
  if (json !== undefined) {
    sent["Content-Type"] = "application/json";
    content = JSON.stringify(json);
  } else if (form !== undefined) {
    content = new URLSearchParams(form);
  }
  const answer = await fetch(url, { method, headers: sent, body: content });
  const text = await answer.text();
  if (answer.status !== status) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return { document: text === "" ? null : JSON.parse(text), headers: answer.headers };
}

// What a person reads in the mailbox or on the phone.
async function received(venue, to) {
  const query = new URLSearchParams({ venue, to });
  const { document } = await call("GET", `${ROOT}/_sandbox/outbox?${query}`);
  return document.messages.at(-1).code;
}

async function backOffice(path, json) {
  return (await call("POST", `${ROOT}/_sandbox/${path}`, { json })).document;
}

// The sandbox's clock starts as ours, and moves when it is told to.
let ahead = 0;
const now = () => Math.floor(Date.now() / 1000) + ahead;
const sha256 = (text) => createHash("sha256").update(text).digest();

// RabbitX: a wallet signs a text (EIP-191), and every later write carries an HMAC.

const WELCOME =
  "Welcome to RabbitX!\n\nClick to sign in and on-board your wallet for trading perpetuals.\n\n" +
  "This request will not trigger a blockchain transaction or cost any gas fees. " +
  "This signature only proves you are the true owner of this wallet.\n\n" +
  "By signing this message you agree to the terms and conditions of the exchange.";

function wallet(privateKey) {
  const point = secp256k1.getPublicKey(privateKey, false).slice(1);
  return `0x${bytesToHex(keccak_256(point).slice(-20))}`;
}

function personalSignature(text, privateKey) {
  const bytes = utf8ToBytes(text);
  const digest = keccak_256(concatBytes(utf8ToBytes(`\x19Ethereum Signed Message:\n${bytes.length}`), bytes));
  const signature = secp256k1.sign(digest, privateKey);
  return `0x${signature.toCompactHex()}${(27 + signature.recovery).toString(16)}`;
}

function payloadSignature(fields, secret, expiry) {
  const text = Object.keys(fields).sort().map((name) => `${name}=${fields[name]}`).join("") + expiry;
  const key = hexToBytes(secret.replace(/^0x/, ""));
  return `0x${createHmac("sha256", key).update(sha256(text)).digest("hex")}`;
}

async function rabbitx() {
  const base = `${ROOT}/rabbitx`;
  const privateKey = sha256("the wallet of Ada Lovelace");
  const address = wallet(privateKey);
  let expiry = now() + 60;
  const signature = personalSignature(`${WELCOME}\n${expiry}`, privateKey);
  const signedIn = await call("POST", `${base}/onboarding`, {
    headers: { "RBT-TS": `${expiry}` },
    json: { is_client: true, wallet: address, signature },
  });
  const [session] = signedIn.document.result;

  expiry = now() + 60;
  const refresh = { is_client: true, refresh_token: session.refreshToken };
  const proof = payloadSignature({ ...refresh, method: "POST", path: "/jwt" }, session.randomSecret, expiry);
  const renewed = await call("POST", `${base}/jwt`, {
    headers: { "RBT-JWT": session.jwt, "RBT-TS": `${expiry}`, "RBT-SIGNATURE": proof },
    json: refresh,
  });
  const [{ jwt }] = renewed.document.result;

  const account = await call("GET", `${base}/account`, { headers: { "RBT-JWT": jwt } });
  const [profile] = account.document.result;
  return { wallet: profile.wallet, ours: address, id: profile.id, status: profile.status };
}

// stokn: the company registers the person, who logs in with a code and is looked at.

async function stokn() {
  const base = `${ROOT}/stokn`;
  const basic = Buffer.from("sandbox:sandbox-secret").toString("base64");
  const token = await call("POST", `${base}/oauth2/token`, {
    headers: { Authorization: `Basic ${basic}` },
    form: { grant_type: "client_credentials" },
  });
  const company = { Authorization: `Bearer ${token.document.access_token}` };
  const signedUp = await call("POST", `${base}/v1/user/sign-up`, {
    headers: company,
    json: { phoneNumber: PHONE, email: EMAIL, password: PASSWORD, roles: ["USER"] },
  });
  const { userId, accounts } = signedUp.document.data;

  const login = { username: EMAIL, password: PASSWORD };
  const challenge = (await call("POST", `${base}/v1/user/login`, { headers: company, json: login })).document.data;
  const answer = { ...challenge, code: await received("stokn", PHONE) };
  const opened = await call("POST", `${base}/v1/user/otp`, { headers: company, json: answer });
  const person = { Authorization: `Bearer ${opened.document.data.accessToken}` };

  await call("GET", `${base}/v1/kyc/start`, { headers: person });
  await backOffice("stokn/kyc", { email: EMAIL, verdict: "approved" });
  const me = (await call("GET", `${base}/v1/user/me`, { headers: person })).document.data;
  await backOffice("stokn/activate", { email: EMAIL });

  const { accountId } = accounts[0];
  const portfolio = await call("POST", `${base}/v1/account/portfolio`, {
    headers: company,
    json: { accountId, portfolioId: "analytical-engine", portfolioAccountType: "TRADING", name: "Engine" },
  });
  const { active, portfolios } = portfolio.document.data;
  return {
    userId, accountId, active,
    status: me.userAccountStatus,
    portfolios: portfolios.map((found) => found.portfolioId),
  };
}

// NebulaECN: a browser with a cookie and a CSRF token, then a robot with an API key.

function oneTimeCode(secret) {
  const bits = [...secret].map((letter) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter).toString(2).padStart(5, "0"));
  const key = Buffer.from(bits.join("").match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now() / 30)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const at = digest[digest.length - 1] & 0xf;
  return `${(digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000}`.padStart(6, "0");
}

async function nebulaecn() {
  const base = `${ROOT}/nebulaecn/api/v2/auth`;
  const browser = { "User-Agent": "onboard.mjs" };
  const ask = async (method, path, options = {}) => {
    const { document, headers } = await call(method, base + path, { headers: browser, ...options });
    const [cookie] = headers.getSetCookie();
    if (cookie) browser.Cookie = cookie.split(";")[0];
    if (document?.csrf_token) browser["X-CSRF-Token"] = document.csrf_token;
    return document;
  };
  const post = (path, json, status = 201) => ask("POST", path, { json, status });

  await post("/identity/users", { email: EMAIL, password: PASSWORD });
  await post("/identity/users/email/confirm_code", { token: await received("nebulaecn", EMAIL) });
  await post("/resource/phones", { phone_number: PHONE });
  const verification_code = await received("nebulaecn", PHONE);
  await post("/resource/phones/verify", { phone_number: PHONE, verification_code });
  await post("/resource/profiles", {
    first_name: "Ada", last_name: "Lovelace", dob: "1990-12-10", address: "12 St James's Square",
    postcode: "SW1Y 4JH", city: "London", country: "GB", confirm: true,
  });
  for (const name of ["front.png", "selfie.png"]) {
    const papers = new FormData();
    const texts = { doc_type: "Passport", doc_number: "AB123456", doc_expire: "2999-12-31", identificator: "papers" };
    for (const [field, text] of Object.entries(texts)) papers.append(field, text);
    papers.append("upload[]", new Blob(["\x89PNG\r\n\x1a\n"], { type: "image/png" }), name);
    await ask("POST", "/resource/documents", { body: papers, status: 201 });
  }
  await backOffice("nebulaecn/kyc", { email: EMAIL, verdict: "approved" });

  const enrolment = await post("/resource/otp/generate_qrcode");
  const secret = new URL(enrolment.data.url).searchParams.get("secret");
  await post("/resource/otp/enable", { code: oneTimeCode(secret) });
  // A code counts once: the next one is there half a minute later.
  await backOffice("clock", { advance: 30 });
  ahead += 30;
  const key = await post("/resource/api_keys", {
    algorithm: "HS256", scope: "trade,read", totp_code: oneTimeCode(secret),
  });

  const nonce = `${now() * 1000}`;
  const robot = {
    "X-Auth-Apikey": key.kid,
    "X-Auth-Nonce": nonce,
    "X-Auth-Signature": createHmac("sha256", key.secret).update(nonce + key.kid).digest("hex"),
  };
  const me = (await call("GET", `${base}/resource/users/me`, { headers: robot })).document;
  return { uid: me.uid, email: me.email, level: me.level, state: me.state, otp: me.otp, kid: key.kid };
}

// TradeLocker: the broker makes the login, the person signs in.

async function tradelocker() {
  const base = `${ROOT}/tradelocker/backend-api`;
  await backOffice("tradelocker/logins", {
    email: EMAIL, password: PASSWORD, server: "BROKER", accounts: [{ currency: "GBP", balance: "1815.12" }],
  });
  const token = await call("POST", `${base}/auth/jwt/token`, {
    json: { email: EMAIL, password: PASSWORD, server: "BROKER" }, status: 201,
  });
  const headers = { Authorization: `Bearer ${token.document.accessToken}` };
  const { accounts } = (await call("GET", `${base}/auth/jwt/all-accounts`, { headers })).document;
  const [account] = accounts;
  const chosen = { ...headers, accNum: account.accNum };
  const state = await call("GET", `${base}/trade/accounts/${account.id}/state`, { headers: chosen });
  return { id: account.id, currency: account.currency, balance: state.document.d.accountDetailsData[0] };
}

// T4: one call makes user, account, market data and agreements.

async function t4() {
  const vendor = { Authorization: "APIKey sandbox" };
  const signed = "2025-05-01T10:30:15";
  const onboarded = await call("POST", `${ROOT}/t4/admin/v1/onboarding`, {
    headers: vendor,
    json: {
      User: {
        username: EMAIL, password: PASSWORD, firstname: "Ada", lastname: "Lovelace", phone: "555-123-4567",
        email: EMAIL, street: "123 Main Street", city: "Anytown", county: "Anycounty", state: "IL",
        postCode: "60001", country: "US", apptype: "NonProfessional",
      },
      Account: {
        account: "alovelace01", accountName: "alovelace01", templateAccount: "DefaultTemplate",
        displayName: "Ada Lovelace",
      },
      MarketData: { updates: [{ clearingExchange: "DUMMY", marketDataType: "Depth" }] },
      Eula: {
        collectedBy: "",
        eulaVersion: "2",
        signatures: ["LegalEULA", "LegalPP", "LegalMDSA", "LegalUSA", "LegalNPSCF"].map((documentName) => ({
          documentName, signed,
        })),
      },
    },
  });
  const made = onboarded.document.result.value.data;
  await backOffice("t4/enable", { username: EMAIL });
  const login = await call("POST", `${ROOT}/t4/login`, {
    json: {
      firm: "SANDBOX", userName: EMAIL, password: PASSWORD, appName: "venuekit", appLicense: "sandbox-license",
    },
  });
  const userId = made.user.userID;
  const person = { Authorization: `Bearer ${login.document.token}` };
  const eula = await call("GET", `${ROOT}/t4/admin/v1/users/${userId}/eula`, { headers: person });
  const { signatures } = made.eulaSignature;
  return {
    userId,
    account: made.account.account,
    signed: signatures.map((signature) => signature.documentName),
    asked: eula.document.data.documents.map((document) => document.documentName),
  };
}

console.log(
  JSON.stringify({
    rabbitx: await rabbitx(),
    stokn: await stokn(),
    tradelocker: await tradelocker(),
    t4: await t4(),
    nebulaecn: await nebulaecn(),
  }),
);
