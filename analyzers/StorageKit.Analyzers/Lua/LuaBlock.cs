namespace StorageKit.Analyzers.Lua;

internal enum LuaBlockKind
{
    If,
    Loop,
    Other,
}

/// <summary>An open block of a script.</summary>
internal sealed class LuaBlock(LuaBlockKind kind, LuaGuard? guard)
{
    public LuaBlockKind Kind => kind;

    /// <summary>What holds in it; grows when a branch in it leaves.</summary>
    public LuaGuard? Guard { get; set; } = guard;

    /// <summary>The condition of its only branch; null once there is an elseif or else.</summary>
    public string? OnlyCondition { get; set; }

    public bool Leaves { get; set; }
}
