using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Redis;

/// <summary>What the reference's redis driver does wrong.</summary>
internal static class RedisFaults
{
    internal static IReadOnlyList<Fault> Alone { get; } =
    [
        new(
            "RLC-11", "was refused with StorageException: expected 0, got 1",
            "The script adds first and sets the expiry then. A window that the server does not take (2^63 s and more) "
            + "is an error, but the increment stays.",
            "Arguments are checked before anything is sent, and the script's first write makes the key together with its end."),
        new(
            "RLC-12", "so it never ends",
            "The key of such a failed increment has no expiry, and no later one sets it: its total is never equal to "
            + "the amount just added. It limits for ever.",
            "The key and its end are made by one `SET … PX`; later totals keep the end that is there."),
        new(
            "RLC-13", "expected 9223372036854775806, got 0",
            "Totals are i64 in the server and doubles in the script. Just below 2^63 the answer overflows to a "
            + "negative number, which the driver reports as 0: a full counter looks empty.",
            "Totals of 64 bits without a sign, exact, saturating at 2^64-1."),
        new(
            "RLC-14", "expected 9007199254740993, got 9007199254740992",
            "Numbers of a script are doubles: above 2^53 the total that is returned is not the one that is stored.",
            "The script adds in halves of ten digits, which doubles hold exactly, and answers with text."),
        new(
            "RLC-15", "10 s after an increment by 0 opened a window of 10 s",
            "The first increment of a window is told by \"the total equals the amount\". After an increment by 0 that "
            + "is so once more, and the window starts anew.",
            "A window is opened when the key is not there, and in no other case."),
        new(
            "RLC-16", "a short window given later",
            "The same test compares doubles: 1 + 2^60 equals 2^60, so a large increment takes the window of the "
            + "counter over, with its own length.",
            "As for RLC-15."),
        new(
            "RLC-20", "expected ArgumentOutOfRangeException",
            "A window of zero is taken: the increment is counted, and its key is gone at once.",
            "A window of zero or less is an `ArgumentOutOfRangeException`, and nothing is sent."),
        new(
            "SES-07", "1 days later",
            "A session is given an hour to live. The contract knows nothing of it: whoever resumes later is told that "
            + "there never was one.",
            "Nothing expires unless the section says `session_ttl`."),
        new(
            "SES-09", "so it never expires",
            "`HSET` and `EXPIRE` are two commands. Whoever loses the connection between them leaves a record that "
            + "never expires.",
            "One `SET … PX` with the record and its time to live."),
        new(
            "SES-12", "expected a StorageException of kind Serialization",
            "A stored session that lacks a field is reported as absent.",
            "It is a `Serialization` error: absent and damaged call for different things."),
        new(
            "POL-02", "on the first read after the policy was stored",
            "A cache that has no source: what it does not hold is `NotFound`, the same answer as for an agent that "
            + "has no policy.",
            "A cache reads through to its source; a store without one is the source itself."),
        new(
            "GEN-22", "while another tenant uses the same keys",
            "No key has a tenant in it (its source notes it as still to be done), so all tenants share all counters "
            + "and sessions.",
            "Every key begins with the tenant."),
    ];

    internal static IReadOnlyList<Fault> ReadThrough { get; } =
    [
        new(
            "POL-05", "STALE READ",
            "Nothing guards the filling of the cache. A reader that read the source before an invalidation stores the "
            + "old policy after it, and for five minutes it binds the agent.",
            "A miss leaves a lease in the cache, an invalidation removes it, and a fill without its lease does nothing."),
    ];
}
