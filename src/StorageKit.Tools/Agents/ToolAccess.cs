namespace StorageKit.Tools;

/// <summary>What an agent may do with a component.</summary>
public enum ToolAccess
{
    /// <summary>Call the tools that change nothing.</summary>
    Read,

    /// <summary>Call every tool.</summary>
    ReadWrite,
}
