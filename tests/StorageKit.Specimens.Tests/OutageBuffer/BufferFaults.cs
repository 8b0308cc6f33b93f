using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.OutageBuffer;

/// <summary>What the reference's outage buffer does wrong.</summary>
internal static class BufferFaults
{
    const string Instead =
        "StorageKit has no outage buffer: the sqlite driver is itself a durable sink, and an outage of any other sink "
        + "is an error that the caller sees.";

    internal static IReadOnlyList<Fault> Outage { get; } =
    [
        new(
            "AUD-03", "NOT A PREFIX: entry 1 was read before",
            "Past its cap (10,000; here 1,000) it deletes the oldest entries. They were acknowledged, and the chain "
            + "breaks without a marker; a metric counts them.",
            Instead),
        new(
            "AUD-20", "was synced: a power cut loses it",
            "`synchronous = NORMAL` in WAL mode: a commit is not synced, so what was acknowledged last is lost with "
            + "the power. Measured on the reference: 4 syncs for 20 commits, against 24 with `FULL`.",
            "The sqlite driver commits with `synchronous = FULL`; one sync may serve several callers, none returns "
            + "before it."),
    ];

    internal static IReadOnlyList<Fault> Limited { get; } =
    [
        new(
            "AUD-25", "of what was not refused",
            "Draining stops at the first entry that the sink does not take. One that it never takes was "
            + "acknowledged and never arrives; it, or a row that cannot be decoded, stays the oldest and blocks "
            + "all behind "
            + "it for ever.",
            Instead),
    ];

    internal static IReadOnlyList<Fault> Flaky { get; } =
    [
        new(
            "AUD-05", "REORDERED",
            "A new entry goes straight to the sink while older ones wait in the buffer.",
            Instead),
    ];
}
