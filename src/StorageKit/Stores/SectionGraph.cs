namespace StorageKit;

/// <summary>Opens drivers' sections, each once, and before it those that it refers to, which outlive it so.</summary>
/// <param name="file">What errors call the configuration.</param>
/// <param name="ring">The keys of <c>[storage.encryption]</c>; null when there is none.</param>
/// <param name="services">What the drivers are given.</param>
/// <param name="opened">Disposes what was opened.</param>
internal sealed class SectionGraph(string file, KeyRing? ring, StorageServices services, DisposalStack opened)
{
    readonly Dictionary<SelectedDriver, LateSection> _sections = [];

    internal async ValueTask<DriverSection> OpenAsync(SelectedDriver driver, CancellationToken cancellationToken)
    {
        var section = await PlaceAsync(driver, cancellationToken).ConfigureAwait(false);
        return await section.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens what a section refers to, and links the references to it.</summary>
    internal async ValueTask OpenTargetsAsync(SelectedDriver driver, CancellationToken cancellationToken)
    {
        foreach (var (reference, target) in driver.Targets)
        {
            var behind = await PlaceAsync(target, cancellationToken).ConfigureAwait(false);
            if (!reference.IsLate) await behind.OpenAsync(cancellationToken).ConfigureAwait(false);
            reference.Link((tenant, token) => behind.OpenStoreAsync(reference.Contract, tenant, token));
        }
    }

    /// <summary>Takes the section's place in the order of disposal, whenever it is opened.</summary>
    async ValueTask<LateSection> PlaceAsync(SelectedDriver driver, CancellationToken cancellationToken)
    {
        if (_sections.TryGetValue(driver, out var known)) return known;
        await OpenTargetsAsync(driver, cancellationToken).ConfigureAwait(false);
        var section = new LateSection(driver, file, ring, services);
        await opened.PushAsync(section).ConfigureAwait(false);
        _sections.Add(driver, section);
        return section;
    }
}
