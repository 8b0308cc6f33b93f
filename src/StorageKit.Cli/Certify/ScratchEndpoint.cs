using System.Text.Json.Nodes;
using StorageKit.Cli.Terminal;
using StorageKit.Conformance;

namespace StorageKit.Cli.Certify;

/// <summary>Where the server of a section listens, so that the network lane can stand in between.</summary>
internal sealed class ScratchEndpoint(JsonObject section, int defaultPort) : IBackendEndpoint
{
    public string Host => (string?)section["host"] ?? "127.0.0.1";

    public int Port => (int?)section["port"] ?? defaultPort;

    public string SectionAt(string host, int port)
    {
        var moved = (JsonObject)section.DeepClone();
        moved["host"] = host;
        moved["port"] = port;
        return TomlOutput.Write(moved);
    }
}
