using StorageKit.Toml;

namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>The error about a name that no driver has, or none that serves the contract.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="position">Where the name stands.</param>
    /// <param name="kind">The contract's key; null when any contract will do.</param>
    /// <param name="name">What was asked for.</param>
    ConfigError Unknown(string file, TextPosition? position, string? kind, string name)
    {
        IReadOnlyList<string> available = kind is null ? [.. _drivers.Keys] : NamesFor(kind);
        var what = kind is null ? "driver" : $"{kind} driver";
        return new(
            ConfigErrorKind.UnknownDriver, file, position,
            $"unknown {what} {QuotedName.OrHidden(name)}; available drivers: [{string.Join(", ", available)}]")
        {
            Contract = kind,
            Driver = QuotedName.IsShown(name) ? name : null,
            Available = available,
            Hint = HintFor(kind, name, available),
        };
    }

    string? HintFor(string? kind, string name, IReadOnlyList<string> available)
    {
        if (!QuotedName.IsShown(name))
            return "it looks like an address: name the driver here, the address goes into its section";
        if (_drivers.ContainsKey(name)) return $"the driver \"{name}\" does not serve {kind}";
        if (NearestName.Of(name, available) is { } near) return $"did you mean \"{near}\"?";
        return available.Count == 0 ? "add a driver to the registry" : null;
    }
}
