namespace StorageKit;

/// <summary>Ability of a store: telling an operator what he should know of its backend, such as a setting that makes it
/// forget what it has acknowledged. <c>storagekit doctor</c> asks for it.</summary>
public interface IDiagnosable
{
    /// <summary>Looks at the backend and its settings; changes nothing.</summary>
    /// <param name="clock">What the process takes for the time, to hold the backend's clock against.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <returns>What is as it should be, too, so that one sees what was looked at. No secret.</returns>
    /// <exception cref="StorageException">The backend did not answer.</exception>
    ValueTask<IReadOnlyList<BackendFinding>> DiagnoseAsync(
        TimeProvider clock, CancellationToken cancellationToken = default);
}
