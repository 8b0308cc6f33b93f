namespace StorageKit.Tools;

/// <summary>How many calls an agent has. Counted by a store of the kit, so that several processes can share the count.
/// </summary>
/// <param name="Counter">Counts; the host does not dispose it. When it fails, no call is let through.</param>
/// <param name="Calls">How many within a window; at least 1. Calls of tools that the agent does not have count.</param>
/// <param name="Window">How long a window is, from its first call on. Longer than zero.</param>
public sealed record ToolRateLimit(IRateLimitCounter Counter, ulong Calls, TimeSpan Window);
