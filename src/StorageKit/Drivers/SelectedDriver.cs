using StorageKit.Toml;

namespace StorageKit;

/// <summary>A driver that a configuration selects, with its section and options.</summary>
internal sealed class SelectedDriver(DriverRegistration driver, TomlEntry? section, TextPosition selectedAt)
{
    internal DriverRegistration Driver { get; } = driver;

    internal List<string> Kinds { get; } = [];

    internal object? Options { get; private set; }

    internal void Bind(string file, StorageServices services, List<ConfigError> errors)
    {
        var table = section?.Value as TomlTable;
        if (section is { } entry && table is null)
        {
            errors.Add(new(
                ConfigErrorKind.Option, file, entry.Value.Span.Start,
                $"[storage] {entry.Key}: expected a table, found {StorageConfig.Article(entry.Value.TypeName)}")
            { Driver = Driver.Name, Hint = $"write [storage.{entry.Key}]" });
            return;
        }
        var position = table?.Span.Start ?? selectedAt;
        var reader = new SectionReader(file, $"storage.{Driver.Name}", table, position, errors, services.Environment);
        if (Driver.BindOptions is null) reader.Complete();
        else Options = Driver.BindOptions(reader);
    }
}
