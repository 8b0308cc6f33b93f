using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using StorageKit.Roslyn;

namespace StorageKit.Cli.Config;

/// <summary>What the drivers' authors have written about their options: XML documentation beside the assemblies, and
/// the values that the options have by themselves.</summary>
internal sealed partial class OptionDocumentation
{
    readonly Type _options;
    readonly Dictionary<string, PropertyInfo> _properties;
    readonly object? _defaults;

    OptionDocumentation(Type options)
    {
        _options = options;
        _properties = options.GetProperties().ToDictionary(KeyOf, StringComparer.Ordinal);
        // Required members stay at null; they have no default.
        _defaults = options.GetConstructor(Type.EmptyTypes)?.Invoke(null);
    }

    /// <summary>What a driver's options class says; null when no class of the driver asks for one.</summary>
    internal static OptionDocumentation? Of(DriverRegistration driver) =>
        driver.Resources.Select(resource => resource.ResourceType)
            .Concat(driver.Stores.Select(store => store.StoreType))
            .SelectMany(type => type.GetConstructors(
                BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance))
            .SelectMany(constructor => constructor.GetParameters())
            .Select(parameter => parameter.ParameterType)
            .FirstOrDefault(type => type.IsDefined(typeof(StorageOptionsAttribute))) is { } options
            ? new(options)
            : null;

    /// <summary>The first sentence about a type.</summary>
    internal static string? Of(Type type) =>
        Read(type, $"T:{type.FullName}") is { } text ? Sentence().Match(text).Value : null;

    internal string? Summary => Read(_options, $"T:{_options.FullName}");

    internal string? Of(string key) => _properties.TryGetValue(key, out var property)
        ? Read(_options, $"P:{_options.FullName}.{property.Name}")
        : null;

    /// <summary>The value without the key; null when there is none, or when it may not be shown.</summary>
    internal JsonNode? Default(OptionDescription option) =>
        (option.Flags & (OptionFlags.Required | OptionFlags.Secret)) != 0 || _defaults is null
        || !_properties.TryGetValue(option.Key, out var property)
            ? null
            : property.GetValue(_defaults) switch
            {
                bool value => value,
                string value => value,
                int or long or uint => Convert.ToInt64(property.GetValue(_defaults), null),
                double value => value,
                TimeSpan value => Duration(value),
                Enum value => option.Choices.FirstOrDefault(choice => choice.Replace("_", "", StringComparison.Ordinal)
                    .Replace("-", "", StringComparison.Ordinal)
                    .Equals(value.ToString(), StringComparison.OrdinalIgnoreCase)),
                _ => null,
            };

    static string Duration(TimeSpan value) => value switch
    {
        { Ticks: 0 } => "0s",
        _ when value.Ticks % TimeSpan.TicksPerDay == 0 => $"{value.Ticks / TimeSpan.TicksPerDay}d",
        _ when value.Ticks % TimeSpan.TicksPerHour == 0 => $"{value.Ticks / TimeSpan.TicksPerHour}h",
        _ when value.Ticks % TimeSpan.TicksPerMinute == 0 => $"{value.Ticks / TimeSpan.TicksPerMinute}m",
        _ when value.Ticks % TimeSpan.TicksPerSecond == 0 => $"{value.Ticks / TimeSpan.TicksPerSecond}s",
        _ => $"{value.Ticks / TimeSpan.TicksPerMillisecond}ms",
    };

    static string KeyOf(PropertyInfo property) =>
        property.GetCustomAttribute<OptionKeyAttribute>()?.Key
        ?? SnakeCase.Of(property.Name);

    static string? Read(Type type, string member)
    {
        var path = Path.ChangeExtension(type.Assembly.Location, ".xml");
        if (!File.Exists(path)) return null;
        var summary = XDocument.Load(path).Descendants("member")
            .FirstOrDefault(found => found.Attribute("name")?.Value == member)?.Element("summary");
        return summary is null ? null : Spaces().Replace(Text(summary, type), " ").Trim();
    }

    static string Text(XElement element, Type type)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
            text.Append(node switch
            {
                XText plain => plain.Value,
                XElement { IsEmpty: false } inner => Text(inner, type),
                XElement inner => Name(inner, type),
                _ => "",
            });
        return text.ToString();
    }

    // <see cref="P:A.B.C"/> and <paramref name="c"/>: the last name; another option's as the file writes it.
    static string? Name(XElement reference, Type type)
    {
        var member = (reference.Attribute("cref") ?? reference.Attribute("langword") ?? reference.Attribute("name"))
            ?.Value;
        var name = member?.Split('.', ':')[^1].Split('(')[0];
        return member == $"P:{type.FullName}.{name}" && type.GetProperty(name!) is { } option ? KeyOf(option) : name;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^.*?\.(?=\s|$)|^.*$")]
    private static partial Regex Sentence();
}
