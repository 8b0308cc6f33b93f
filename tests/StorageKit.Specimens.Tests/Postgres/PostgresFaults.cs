using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Postgres;

/// <summary>What the reference's postgres driver does wrong.</summary>
internal static class PostgresFaults
{
    internal static IReadOnlyList<Fault> Alone { get; } =
    [
        new(
            "AUD-02", "differs from what was emitted in its",
            "Of an entry it keeps the agent, the type, a coarse decision and the time. Payload, number, session, both "
            + "hashes, lineage, redaction and policy are dropped.",
            "Every field is kept, and the digest that the entry had when it was emitted."),
        new(
            "AUD-07", "timestamp of entry 2 in ns: expected 1, got 0",
            "`timestamptz` has microseconds: the last three digits of a timestamp are gone, and with them the hash.",
            "An entry is kept whole, as the bytes of its JSON."),
        new(
            "AUD-13", "a session of 12 entries",
            "With neither number, session nor hashes in the table, no chain can be verified from it.",
            "The chain of each session verifies from read-back alone."),
        new(
            "AUD-26", "expected 1 bytes, got 0",
            "The payload is not stored at all; and what is text could not hold U+0000, which PostgreSQL refuses.",
            "An entry is kept whole, as the bytes of its JSON: any Unicode is fine."),
        new(
            "GEN-05", "a valid key, but got StorageException",
            "A key with U+0000 goes to the server, which refuses it; the caller is told that the backend is "
            + "unavailable.",
            "Keys are stored as bytes, so any valid Unicode is a key."),
        new(
            "CRD-04", "invalid byte sequence",
            "As for GEN-05; and a long key fails on the size limit of the index.",
            "Keys are stored as bytes and found by their hash."),
        new(
            "CRD-06", "at rest",
            "The column is called `ciphertext` and holds what it is given. Backends are \"expected to encrypt\"; nobody "
            + "checks, and nobody does.",
            "Secrets are sealed with a key from the section before they leave the process; to store plain text, the "
            + "section has to say so."),
        new(
            "CRD-12", "row-level security",
            "The primary key is the name alone. A second tenant that puts a secret of the same name is refused by "
            + "row-level security, and so learns that another tenant has one.",
            "The tenant is the first part of the key."),
        new(
            "LIF-03", "after deregister",
            "`deregister` marks the row and keeps it, and `heartbeat` updates any row: an agent that was shut down "
            + "goes on as if it were registered.",
            "The row is removed; a heartbeat updates a registered agent or is `NotFound`."),
        new(
            "LIF-04", "heartbeat",
            "The same again: deregistering twice leaves an agent whose heartbeats succeed.",
            "As for LIF-03."),
        new(
            "LIF-13", "row-level security",
            "The agent's id is the primary key over all tenants: registering it in a second tenant fails.",
            "The tenant is the first part of the key."),
    ];

    internal static IReadOnlyList<Fault> Eased { get; } =
    [
        new(
            "AUD-05", "REORDERED",
            "The table has no order but the timestamp's, which is the caller's and may be equal or go back.",
            "A position that the database gives, 1, 2, 3 …, in the order of the acknowledges."),
        new(
            "AUD-06", "stands before",
            "The same with callers at once: an entry that was acknowledged before another was emitted is read "
            + "after it.",
            "Positions are given under a lock of the tenant's log."),
        new(
            "AUD-09", "MERGED",
            "The key is the first half of the hash, and `ON CONFLICT DO NOTHING` takes an equal half for the "
            + "same entry.",
            "An entry is told by its whole hash."),
        new(
            "AUD-03", "NOT A PREFIX",
            "Where the timestamps say so, a later entry is read before an earlier one: what was read once changes.",
            "As for AUD-05."),
        new(
            "GEN-22", "while another tenant uses the same keys",
            "The same as CRD-12, found by random operations of two tenants.",
            "The tenant is the first part of every key."),
    ];

    internal static IReadOnlyList<Fault> Superuser { get; } =
    [
        new(
            "CRD-12", "while another has one",
            "No statement names the tenant; row-level security was to do that, and does not bind this role. Each "
            + "tenant reads and replaces the other's secrets.",
            "Every statement names the tenant, whatever the role."),
        new(
            "LIF-13", "in a tenant where another tenant's agent is not registered",
            "Likewise: a second tenant's heartbeat is taken for the first one's agent, and its `register` takes the "
            + "agent over.",
            "Every statement names the tenant, whatever the role."),
    ];
}
