using System.Text.Json.Nodes;
using StorageKit.Memory;

namespace StorageKit.Cli.Certify;

/// <summary>Each opened section is a place of its own.</summary>
internal sealed class MemoryScratch(JsonObject section) : Scratch("memory", section)
{
    internal override string Where => "this process";

    internal override Action<Registry> Register => MemoryDriver.Register;

    public override ValueTask DisposeAsync() => default;
}
