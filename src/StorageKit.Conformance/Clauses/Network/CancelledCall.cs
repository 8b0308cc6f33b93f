using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>A call that is cancelled while it runs, and what was seen of it afterwards.</summary>
/// <param name="kind">What is called.</param>
/// <param name="how">As a failure says it: <c>cancelled while its reply was held back</c>.</param>
/// <param name="effects">What it may leave.</param>
internal sealed class CancelledCall(EffectKind kind, string how, CancelledCall.Effects effects)
{
    readonly Effect _effect = kind.New();
    readonly CancellationTokenSource _source = new(); // Not disposed: a driver may still look at its token.
    Exception? _error;
    string _seen = "";

    /// <summary>What a cancelled call may leave.</summary>
    internal enum Effects
    {
        /// <summary>Its whole effect or none.</summary>
        Any,

        /// <summary>None: nothing of it can have reached the backend.</summary>
        None,
    }

    /// <summary>The call.</summary>
    internal Task Running { get; private set; } = Task.CompletedTask;

    string What => $"{kind.Name}, {how}";

    internal ValueTask PrepareAsync(ClauseContext context) => _effect.PrepareAsync(context.CancellationToken);

    internal void Begin() => Running = Task.Run(
        async () =>
        {
            try
            {
                await _effect.CallAsync(_source.Token).ConfigureAwait(false);
            }
            catch (Exception e)
            {
                _error = e;
            }
        }, CancellationToken.None);

    /// <summary>Cancels; the call ends in time.</summary>
    internal async ValueTask CancelAsync(TimeSpan budget)
    {
        await _source.CancelAsync().ConfigureAwait(false);
        try
        {
            await Running.WaitAsync(budget).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new ClauseViolationException($"{What}: still runs {budget.TotalSeconds} s after that");
        }
        Expect.That(
            _error is null or StorageException or OperationCanceledException,
            $"{What}: expected OperationCanceledException, got {Attempt.Name(_error)}");
    }

    /// <summary>What is stored is whole.</summary>
    internal async ValueTask LookAsync(ClauseContext context)
    {
        _seen = await _effect.ObserveAsync(context.CancellationToken).ConfigureAwait(false);
        if (_error is null)
            Expect.That(_seen == _effect.After, $"{What}: it succeeded all the same, but stored is {_seen}");
        else if (effects == Effects.None)
            Expect.That(
                _seen == _effect.Before,
                $"{What}: expected {_effect.Before}, but stored is {_seen}: it was sent after it was cancelled");
        else
            Expect.That(
                _seen == _effect.Before || _seen == _effect.After,
                $"{What}: expected {_effect.Before} or {_effect.After}, but stored is {_seen}");
    }

    /// <summary>What is stored is still the same.</summary>
    internal async ValueTask LookAgainAsync(ClauseContext context)
    {
        var now = await _effect.ObserveAsync(context.CancellationToken).ConfigureAwait(false);
        Expect.That(
            now == _seen,
            $"{What}: stored was {_seen} when it had ended, and later {now}: it was applied in the background");
    }
}
