namespace StorageKit;

/// <summary>What <c>AddStorageKit</c> was given.</summary>
/// <param name="Registry">The drivers.</param>
/// <param name="Path">The file, as it was given; null when there is a configuration.</param>
/// <param name="Config">The configuration; null when there is a file.</param>
/// <param name="Options">Everything else.</param>
internal sealed record StorageHostSetup(
    Registry Registry, string? Path, StorageConfig? Config, StorageHostingOptions Options)
{
    /// <summary>The tenant that a service key stands for.</summary>
    /// <exception cref="InvalidOperationException">None; the message says what would.</exception>
    internal TenantId TenantOf(object? key) => key switch
    {
        TenantId tenant => tenant,
        string name when Options.Tenants.TryGetValue(name, out var tenant) => tenant,
        string text when TenantId.TryParse(text, out var tenant) => tenant,
        string name => throw new InvalidOperationException(
            $"No tenant is called {QuotedName.OrHidden(name)}; {HintFor(name)}, or ask with a TenantId."),
        _ => throw new InvalidOperationException(
            $"A tenant's stores are asked for with its name or its TenantId, not with a {key?.GetType()}."),
    };

    string HintFor(string name) => NearestName.Of(name, Options.Tenants.Keys) is { } near
        ? $"did you mean {QuotedName.OrHidden(near)}? Names are given in StorageHostingOptions.Tenants"
        : "give it a name in StorageHostingOptions.Tenants";
}
