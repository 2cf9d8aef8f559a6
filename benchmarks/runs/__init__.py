"""What durable runs cost, and what they survive: many applicants, workers that are killed, a sandbox that misbehaves."""
