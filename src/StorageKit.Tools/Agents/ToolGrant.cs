namespace StorageKit.Tools;

/// <summary>A component that an agent may use.</summary>
/// <param name="Component">Its name.</param>
/// <param name="Access">Which of its tools.</param>
public sealed record ToolGrant(string Component, ToolAccess Access)
{
    /// <summary>As a configuration writes it: <c>docs</c>, <c>docs:read</c>.</summary>
    public override string ToString() => Access == ToolAccess.Read ? Component + ":read" : Component;
}
