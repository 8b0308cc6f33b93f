namespace StorageKit.Redis;

/// <summary>What is sent and accepted at most, so that neither a caller nor a hostile server fills the memory.
/// </summary>
internal static class RespLimits
{
    /// <summary>Bytes of one argument; Redis itself takes no more (<c>proto-max-bulk-len</c>).</summary>
    internal const int Argument = 512 * 1024 * 1024;

    /// <summary>Bytes of one whole reply, elements counted with <see cref="ItemCost"/> each.</summary>
    internal const long Reply = 512L * 1024 * 1024;

    /// <summary>What an element costs besides its bytes.</summary>
    internal const int ItemCost = 64;

    /// <summary>Bytes of a line: a number, a status or an error message.</summary>
    internal const int Line = 64 * 1024;

    /// <summary>How deep replies may lie in replies.</summary>
    internal const int Depth = 8;
}
