namespace StorageKit.Conformance.Models;

/// <summary>A sequence that is being done: each operation on the model, then on whatever store it is given.</summary>
internal abstract class Play
{
    /// <summary>Does one operation; each once, in their order.</summary>
    /// <returns>The wrong answer, or null.</returns>
    internal abstract ValueTask<Divergence?> StepAsync(
        int index, TenantStores stores, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class Play<TStore, TState>(
    IReadOnlyList<Step<TStore, TState>> steps, Func<TimeSpan, ValueTask>? letPass) : Play
    where TStore : class
    where TState : new()
{
    readonly TState _state = new();

    internal override async ValueTask<Divergence?> StepAsync(
        int index, TenantStores stores, CancellationToken cancellationToken)
    {
        var step = steps[index];
        var expected = step.Expect(_state);
        if (step.Passes is { } time) await letPass!(time).ConfigureAwait(false);
        var actual = await AskAsync(step, stores.Get<TStore>(), cancellationToken).ConfigureAwait(false);
        return actual is null || actual == expected ? null : new(index, step.Text, expected, actual);
    }

    async ValueTask<string?> AskAsync(Step<TStore, TState> step, TStore store, CancellationToken cancellationToken)
    {
        try
        {
            return await step.AskAsync(store, _state, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e)
        {
            return $"StorageException {e.Kind}";
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return e.GetType().Name;
        }
    }
}
