using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Tools;

/// <summary>An agent, and all that it may use. Immutable.</summary>
public sealed class ToolAgent
{
    const string IdNamespace = "storagekit/agent/";

    /// <summary>An agent.</summary>
    /// <param name="name">Its name, compared ordinally.</param>
    /// <param name="grants">The components it may use; none is fine. The last grant of a component counts.</param>
    public ToolAgent(string name, IEnumerable<ToolGrant> grants)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(grants);
        Name = name;
        Grants = [.. grants];
        Id = IdOf(name);
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>The components it may use.</summary>
    public IReadOnlyList<ToolGrant> Grants { get; }

    /// <summary>What audit entries call it; made from the name when nothing else is set, so that it stays the same.
    /// </summary>
    public AgentId Id { get; init; }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;

    internal static AgentId IdOf(string name) =>
        AgentId.FromBytes(SHA256.HashData(Encoding.UTF8.GetBytes(IdNamespace + name)).AsSpan(0, 16));
}
