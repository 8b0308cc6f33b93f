namespace StorageKit.Tools;

/// <summary>A registered component, and what an agent may do with it.</summary>
/// <param name="Component">The component.</param>
/// <param name="Access">What the agent may do.</param>
public sealed record ComponentAccess(ToolComponent Component, ToolAccess Access);
