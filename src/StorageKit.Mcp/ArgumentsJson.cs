using System.Text.Json.Serialization;

namespace StorageKit.Mcp;

/// <summary>How arguments of calls that this server makes itself are written, without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ArgumentsJson : JsonSerializerContext;
