namespace StorageKit.Conformance.Clauses;

/// <summary>Every start from 0 to 2^64-1 and every id is kept exactly.</summary>
[Clause("SES-05", "Every start from 0 to 2^64-1 and every id is kept exactly.", Contract = typeof(ISessionStore))]
internal sealed class SES05_ExtremesAreKept : Clause<ISessionStore>
{
    protected override async ValueTask CheckAsync(ISessionStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        SessionRecord[] sessions =
        [
            .. Starts.Select(start => new SessionRecord(SessionId.New(), AgentId.New(), start)),
            .. Ids.Select(id => new SessionRecord(SessionId.FromBytes(id), AgentId.New(), 1)),
            .. Ids.Select(id => new SessionRecord(SessionId.New(), AgentId.FromBytes(id), 1)),
        ];
        await Task.WhenAll(sessions.Select(session => store.SaveAsync(session, token).AsTask())).ConfigureAwait(false);
        foreach (var session in sessions) await store.ExpectAsync(session, "beside others", token).ConfigureAwait(false);
    }

    // Borders of signed and floating numbers, of milliseconds, and two neighbours of our time.
    static ulong[] Starts =>
    [
        0, 1, 999_999, 1_000_000, int.MaxValue, uint.MaxValue, (1ul << 53) + 1, 1_767_323_045_123_456_789,
        1_767_323_045_123_456_790, long.MaxValue, (ulong)long.MaxValue + 1, ulong.MaxValue - 1, ulong.MaxValue,
    ];

    // All bytes equal, one byte set, every byte another, and the same backwards: no order of bytes maps one to another
    // unnoticed.
    static byte[][] Ids =>
    [
        new byte[16], Enumerable.Repeat((byte)0xFF, 16).ToArray(), [1, .. new byte[15]], [.. new byte[15], 1],
        [.. Enumerable.Range(1, 16).Select(i => (byte)i)], [.. Enumerable.Range(1, 16).Select(i => (byte)(17 - i))],
        [0x00, 0x0A, 0x0D, 0x22, 0x27, 0x25, 0x5C, 0x80, 0xC0, 0xE2, 0x28, 0xA1, 0xED, 0xA0, 0xF8, 0xFE],
    ];
}
