namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Opens every store that a configuration selects: one resource a section, shared by its stores.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="services">The clock, loggers and environment of the drivers.</param>
    /// <param name="cancellationToken">Ends the opening; what was opened is disposed.</param>
    /// <exception cref="StorageConfigException">The configuration is wrong (all errors at once), or a driver could not be
    /// opened; then the others are disposed.</exception>
    public async ValueTask<Storage> OpenAsync(
        StorageConfig config, StorageServices? services = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        services ??= StorageServices.Default;
        var errors = Resolve(config, services, out var selected);
        if (errors.Count > 0) throw new StorageConfigException(errors);
        var opened = new DisposalStack();
        try
        {
            List<(DriverSection Section, IReadOnlyList<string> Kinds)> sections = [];
            foreach (var driver in selected)
            {
                var section = await OpenSectionAsync(config.File, driver, services, cancellationToken).ConfigureAwait(false);
                opened.Push(section);
                sections.Add((section, driver.Kinds));
            }
            var storage = new Storage(sections, opened, config.File);
            await storage.OpenSystemTenantAsync(cancellationToken).ConfigureAwait(false);
            return storage;
        }
        catch
        {
            await opened.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens one driver from the text of its section, with all the contracts it serves. For tests and suites.
    /// </summary>
    /// <param name="driver">The driver's name.</param>
    /// <param name="sectionToml">What would stand under <c>[storage.NAME]</c>.</param>
    /// <param name="services">The clock, loggers and environment of the driver.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StorageConfigException">No such driver, a wrong section, or it could not be opened.</exception>
    public async ValueTask<DriverSection> OpenSectionAsync(
        string driver, string sectionToml = "", StorageServices? services = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(sectionToml);
        services ??= StorageServices.Default;
        var file = FileOf(driver);
        var errors = ResolveSection(file, driver, sectionToml, services, out var selected);
        return selected is not null
            ? await OpenSectionAsync(file, selected, services, cancellationToken).ConfigureAwait(false)
            : throw new StorageConfigException(errors);
    }

    static async ValueTask<DriverSection> OpenSectionAsync(
        string file, SelectedDriver selected, StorageServices services, CancellationToken cancellationToken)
    {
        try
        {
            return await DriverSection
                .OpenAsync(selected.Driver, selected.Options, services, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            throw BuildFailure.Of(file, selected.Kinds.FirstOrDefault(), selected.Driver.Name, e);
        }
    }

    ConfigError UnknownName(string file, string name)
    {
        var near = NearestName.Of(name, _drivers.Keys);
        return new(
            ConfigErrorKind.UnknownDriver, file, null,
            $"unknown driver {QuotedName.Of(name)}; available drivers: [{string.Join(", ", _drivers.Keys)}]")
        { Driver = name, Available = [.. _drivers.Keys], Hint = near is null ? null : $"did you mean \"{near}\"?" };
    }
}
