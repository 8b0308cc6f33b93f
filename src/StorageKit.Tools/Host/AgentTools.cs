using System.Collections.Frozen;

namespace StorageKit.Tools;

/// <summary>What an agent sees and may call: one table for both, so that the two cannot differ. Immutable.</summary>
internal sealed class AgentTools
{
    readonly FrozenDictionary<string, CallableTool> _byName;

    internal AgentTools(ToolAgent agent, IReadOnlyDictionary<string, RegisteredComponent> components)
    {
        Agent = agent;
        SortedDictionary<string, CallableTool> tools = new(StringComparer.Ordinal);
        SortedDictionary<string, ComponentAccess> access = new(StringComparer.Ordinal);
        foreach (var grant in agent.Grants)
        {
            // Found whatever the case, meant only when it is exact.
            if (!components.TryGetValue(grant.Component, out var owner) || owner.Component.Name != grant.Component)
                continue;
            access[grant.Component] = new(owner.Component, grant.Access);
        }
        foreach (var (component, allowed) in access.Values)
        {
            var owner = components[component.Name];
            foreach (var tool in owner.Tools)
                if (allowed == ToolAccess.ReadWrite || tool.IsReadOnly)
                    tools.Add(tool.Name, new(tool, owner));
        }
        _byName = tools.ToFrozenDictionary(StringComparer.Ordinal);
        Tools = [.. tools.Values.Select(callable => callable.Tool)];
        Components = [.. access.Values.Where(granted => components[granted.Component.Name].Tools.Count > 0)];
    }

    internal ToolAgent Agent { get; }

    /// <summary>In the ordinal order of their names.</summary>
    internal IReadOnlyList<ToolDefinition> Tools { get; }

    /// <summary>In the ordinal order of their names.</summary>
    internal IReadOnlyList<ComponentAccess> Components { get; }

    internal CallableTool? Find(string tool) => _byName.GetValueOrDefault(tool);
}

/// <summary>A tool with the component that it is a tool of.</summary>
internal sealed record CallableTool(ToolDefinition Tool, RegisteredComponent Owner);
