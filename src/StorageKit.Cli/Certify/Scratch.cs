using System.Text.Json.Nodes;
using StorageKit.Cli.Config;
using StorageKit.Cli.Terminal;
using StorageKit.Conformance;
using StorageKit.Toml;

namespace StorageKit.Cli.Certify;

/// <summary>A place of its own in a live backend: the configured section, moved to where nothing else is. What is there
/// already is never touched.</summary>
internal abstract class Scratch(string driver, JsonObject section) : IAsyncDisposable
{
    /// <summary>The name that the place has, and nothing else.</summary>
    private protected static string NewName() => $"storagekit_certify_{Guid.NewGuid().ToString("N")[..12]}";

    internal string Driver { get; } = driver;

    /// <summary>Where it is, for people.</summary>
    internal abstract string Where { get; }

    /// <summary>The static method that registers the driver: a child process calls it.</summary>
    internal abstract Action<Registry> Register { get; }

    /// <summary>What the kit may look at, besides the contracts.</summary>
    private protected virtual object[] Probes => [];

    private protected JsonObject Section { get; } = section;

    /// <summary>The section as TOML.</summary>
    internal string Text => TomlOutput.Write(Section);

    internal DriverHarness Harness() => new(Text, Probes);

    /// <summary>Removes the place.</summary>
    public abstract ValueTask DisposeAsync();

    /// <summary>The place for a driver that a configuration has a section of, or needs none.</summary>
    /// <exception cref="UsageException">The driver has no place that could be made and removed.</exception>
    internal static Scratch Create(Registry registry, StorageConfig config, string driver)
    {
        if (registry.Drivers.All(known => known.Name != driver))
            throw new UsageException(
                $"There is no driver \"{driver}\"; the tool has "
                + $"{string.Join(", ", registry.Drivers.Select(known => known.Name))}.");
        var storage = (TomlTable)config.Root["storage"]!;
        var section = storage[driver] is TomlTable own ? TomlTree.Of(own) : [];
        if (storage["encryption"] is TomlTable ring)
            section["storage"] = new JsonObject { ["encryption"] = TomlTree.Of(ring) };
        if (section["layout"] is JsonValue layout && (string?)layout != "native")
            throw new UsageException(
                $"[storage.{driver}] has a layout of its own, whose data would stand among the live one; certify it "
                + "with a suite on a private server.");
        return driver switch
        {
            "memory" => new MemoryScratch(section),
            "sqlite" or "local" => new FolderScratch(driver, section),
            "postgres" => new PostgresScratch(registry, section),
            "redis" => new RedisScratch(registry, section),
            _ => throw new UsageException(
                $"The driver \"{driver}\" has no place that the tool could make and remove; certify it with its "
                + "suite."),
        };
    }
}
