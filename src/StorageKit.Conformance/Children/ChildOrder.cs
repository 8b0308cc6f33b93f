using System.Text.Json;
using System.Text.Json.Serialization;

namespace StorageKit.Conformance.Children;

/// <summary>What a child process is to do. It is the first line of the child's standard input: a section holds secrets,
/// which have no place on a command line.</summary>
/// <param name="Location">Where the driver is registered.</param>
/// <param name="Driver">The driver's name.</param>
/// <param name="Section">The section to open.</param>
/// <param name="Tenant">For whom.</param>
/// <param name="Workload">The name of a <see cref="Children.Workload"/>.</param>
/// <param name="Behind">Where the driver behind it is registered; null when there is none.</param>
internal sealed record ChildOrder(
    DriverLocation Location, string Driver, string Section, string Tenant, string Workload,
    DriverLocation? Behind = null)
{
    internal static ChildOrder Parse(string line) =>
        JsonSerializer.Deserialize(line, ChildOrderJson.Default.ChildOrder)
        ?? throw new JsonException("The order is null.");

    /// <summary>One line of JSON.</summary>
    internal string ToLine() => JsonSerializer.Serialize(this, ChildOrderJson.Default.ChildOrder);
}

[JsonSerializable(typeof(ChildOrder))]
internal sealed partial class ChildOrderJson : JsonSerializerContext;
