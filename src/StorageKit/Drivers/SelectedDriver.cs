using StorageKit.Toml;

namespace StorageKit;

/// <summary>A driver that a configuration selects, with its section and options.</summary>
/// <param name="driver">The driver.</param>
/// <param name="section">Its section, whatever its type; null when there is none.</param>
/// <param name="selectedAt">Where it is first named.</param>
/// <param name="kind">The contract that it is first named for; null when it is opened alone.</param>
internal sealed class SelectedDriver(
    DriverRegistration driver, TomlEntry? section, TextPosition selectedAt, string? kind = null)
{
    internal DriverRegistration Driver { get; } = driver;

    internal object? Options { get; private set; }

    /// <summary>The options that name other drivers.</summary>
    internal List<IStoreReference> References { get; } = [];

    /// <summary>What they name.</summary>
    internal Dictionary<IStoreReference, SelectedDriver> Targets { get; } = [];

    /// <summary>Whether this is the other one, or stands in front of it.</summary>
    internal bool Reaches(SelectedDriver other) => this == other || Targets.Values.Any(target => target.Reaches(other));

    /// <summary>Reads the options; adds every error of the section, in the order of the file.</summary>
    internal void Bind(string file, StorageServices services, List<ConfigError> errors)
    {
        List<ConfigError> found = [];
        Read(file, services, found);
        if (found.Count > 0) errors.AddRange(found.OrderBy(error => error.Position?.Offset ?? 0));
    }

    void Read(string file, StorageServices services, List<ConfigError> errors)
    {
        var table = section?.Value as TomlTable;
        if (section is { } entry && table is null)
        {
            errors.Add(SelectionErrors.NoTable(file, entry, Driver.Name));
            return;
        }
        var position = table?.Span.Start ?? selectedAt;
        var path = $"storage.{Driver.Name}";
        var reader = new SectionReader(
            file, Driver.Name, path, table, position, errors, services.Environment, References);
        if (Driver.BindOptions is null)
        {
            reader.Complete();
            return;
        }
        try
        {
            Options = Driver.BindOptions(reader);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // A setter of the options refused a value; its message may show the value.
            errors.Add(new(
                ConfigErrorKind.Option, file, position, $"[{path}] the options cannot be made: {e.GetType().Name}")
            { Driver = Driver.Name, Hint = "one of the values is none the driver accepts" });
        }
    }

    /// <param name="file">What errors call the configuration.</param>
    /// <param name="ring">The keys of <c>[storage.encryption]</c>; null when there is none.</param>
    /// <param name="services">What the driver is given.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <param name="behind">What the section disposes at its end, when nobody else does.</param>
    internal async ValueTask<DriverSection> OpenAsync(
        string file, KeyRing? ring, StorageServices services, CancellationToken cancellationToken,
        DisposalStack? behind = null)
    {
        try
        {
            return await DriverSection.OpenAsync(Driver, Options, ring, services, cancellationToken, behind)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (BuildFailure.Is(e, cancellationToken))
        {
            throw BuildFailure.Of(file, kind, Driver.Name, e);
        }
    }
}
