namespace StorageKit.Conformance;

/// <summary>Probe: what earlier releases of the driver have stored, kept as test data.</summary>
/// <example>A file for each schema that a release ever wrote, made once by that release and never again.</example>
public interface IEarlierRelease
{
    /// <summary>Puts what each earlier release stored where it can be opened, each in a place of its own that the
    /// clause may change.</summary>
    ValueTask<IReadOnlyList<EarlierStore>> RestoreAsync(CancellationToken cancellationToken = default);
}
