using Microsoft.Extensions.Logging;

namespace StorageKit;

public sealed partial class Registry
{
    /// <summary>Opens every store that a configuration selects: one resource a section, shared by its stores. Logs
    /// <see cref="Warnings"/>.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="services">The clock, loggers and environment of the drivers.</param>
    /// <param name="cancellationToken">Ends the opening; what was opened is disposed.</param>
    /// <exception cref="StorageConfigException">The configuration is wrong (all errors at once), or a driver could not
    /// be opened; then the others are disposed.</exception>
    public ValueTask<Storage> OpenAsync(
        StorageConfig config, StorageServices? services = null, CancellationToken cancellationToken = default) =>
        OpenAsync(config, _ => true, services, cancellationToken);

    /// <summary>As <see cref="OpenAsync(StorageConfig, StorageServices?, CancellationToken)"/>, but opens only the
    /// stores of some contracts. The whole configuration is checked all the same.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="isWanted">Whether a contract is, by its key in the <c>[storage]</c> table.</param>
    /// <param name="services">The clock, loggers and environment of the drivers.</param>
    /// <param name="cancellationToken">Ends the opening; what was opened is disposed.</param>
    /// <exception cref="StorageConfigException">The configuration is wrong (all errors at once), or a driver could not
    /// be opened; then the others are disposed.</exception>
    public async ValueTask<Storage> OpenAsync(
        StorageConfig config, Func<string, bool> isWanted, StorageServices? services = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(isWanted);
        services ??= StorageServices.Default;
        var errors = Resolve(config, services, out var selection, out _, out var ring);
        if (errors.Count > 0) throw new StorageConfigException(errors);
        selection.RemoveAll(selected => !isWanted(selected.Kind));
        if (Warnings(config) is { Count: > 0 } warnings)
        {
            var logger = services.LoggerFactory.CreateLogger<Registry>();
            foreach (var warning in warnings) RegistryLog.Unused(logger, warning);
        }
        return await Storage.OpenAsync(config.File, selection, ring, services, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens one driver from the text of its section, with all the contracts it serves. For tests and suites.
    /// </summary>
    /// <param name="driver">The driver's name.</param>
    /// <param name="sectionToml">What would stand under <c>[storage.NAME]</c>; after it, as in a file,
    /// <c>[storage.encryption]</c> and the <c>[storage.OTHER]</c> tables of drivers that it refers to.</param>
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
        var errors = ResolveSection(file, driver, sectionToml, services, out var selected, out var ring);
        if (selected is null) throw new StorageConfigException(errors);
        var behind = new DisposalStack(typeof(DriverSection));
        try
        {
            await new SectionGraph(file, ring, services, behind).OpenTargetsAsync(selected, cancellationToken)
                .ConfigureAwait(false);
            return await selected.OpenAsync(file, ring, services, cancellationToken, behind).ConfigureAwait(false);
        }
        catch
        {
            await behind.DisposeAfterFailureAsync(services.LoggerFactory).ConfigureAwait(false);
            throw;
        }
    }
}
