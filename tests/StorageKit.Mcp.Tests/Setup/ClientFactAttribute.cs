namespace StorageKit.Mcp.Tests.Setup;

/// <summary>A fact that a client of somebody else shows; without Node and the packages of tests/McpClient it is skipped
/// and says what is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClientFactAttribute : FactAttribute
{
    public ClientFactAttribute() => Skip = NodePrograms.WhyNot(NodeClient.Folder, NodeClient.Sdk);
}

/// <summary>The same with each client.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ClientTheoryAttribute : TheoryAttribute
{
    public ClientTheoryAttribute() => Skip = NodePrograms.WhyNot(NodeClient.Folder, NodeClient.Sdk);
}
