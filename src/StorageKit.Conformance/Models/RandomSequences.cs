using System.Diagnostics;
using System.Globalization;

namespace StorageKit.Conformance.Models;

/// <summary>Plays random sequences of operations, or the one of a replay string; one that fails is made as simple as it
/// gets and shown with the choices that make it again.</summary>
/// <param name="context">The clause's context.</param>
/// <param name="models">What is played; a replay string names one by its place.</param>
/// <param name="letPass">Lets the driver's time go by; null when the models are not timed. Time is there once, so then
/// one sequence is played after the other; else many at once, which a backend that syncs in groups rewards.</param>
internal sealed class RandomSequences(
    ClauseContext context, IReadOnlyList<ContractModel> models, Func<TimeSpan, ValueTask>? letPass = null)
{
    const int Operations = 30;
    const int AtOnce = 12;

    /// <summary>Plays some of each model, and more while there is time.</summary>
    /// <param name="mostEach">The most of each model.</param>
    /// <param name="patience">How long to go on.</param>
    /// <param name="isPlayed">Whether a model is played at all.</param>
    internal async ValueTask CheckAsync(int mostEach, TimeSpan patience, Func<ContractModel, bool> isPlayed)
    {
        if (context.ReplayedChoices is { } choices)
        {
            await ReplayAsync(choices).ConfigureAwait(false);
            return;
        }
        ContractModel[] played = [.. models.Where(isPlayed)];
        var began = Stopwatch.GetTimestamp();
        for (var done = 0; done < mostEach && (done == 0 || Stopwatch.GetElapsedTime(began) < patience); done += AtOnce)
        {
            Sequence[] batch =
            [
                .. from model in played
                   from _ in Enumerable.Range(0, AtOnce)
                   select model.NewSequence(context.Random, Operations),
            ];
            await CheckAsync(batch).ConfigureAwait(false);
        }
    }

    async ValueTask ReplayAsync(IReadOnlyList<int> choices)
    {
        if (choices.Count == 0 || choices[0] >= models.Count)
            throw new InconclusiveException("the replay string names no contract of this version of the kit");
        var sequence = models[choices[0]].SequenceOf([.. choices.Skip(1)]);
        if (!sequence.Model.CanAsk(context.Stores))
            throw new InconclusiveException(
                $"the replay string is about {sequence.Model.Contract.Name}, which this driver cannot be asked for");
        if (await PlayAsync(sequence).ConfigureAwait(false) is { } divergence)
            throw Violation(sequence, divergence, "");
    }

    async ValueTask CheckAsync(Sequence[] batch)
    {
        var divergences = new Divergence?[batch.Length];
        if (letPass is null && context.OnlyTenant is null)
            divergences = await Task.WhenAll(batch.Select(one => PlayAsync(one).AsTask())).ConfigureAwait(false);
        else
            for (var i = 0; i < batch.Length && Array.TrueForAll(divergences, one => one is null); i++)
                divergences[i] = await PlayAsync(batch[i]).ConfigureAwait(false);
        var failed = Array.FindIndex(divergences, divergence => divergence is not null);
        if (failed < 0) return;
        var shortest = await new Shrinker(PlayAsync).ShrinkAsync(batch[failed], divergences[failed]!.Index)
            .ConfigureAwait(false);
        throw await PlayAsync(shortest).ConfigureAwait(false) is { } divergence
            ? Violation(shortest, divergence, "")
            : Violation(batch[failed], divergences[failed]!, "; alone it does not fail every time");
    }

    async ValueTask<Divergence?> PlayAsync(Sequence sequence)
    {
        var tenant = await context.OpenFreshTenantAsync().ConfigureAwait(false);
        await using var owned = tenant.ConfigureAwait(false);
        return await sequence.PlayAsync(tenant, letPass, context.CancellationToken).ConfigureAwait(false);
    }

    ClauseViolationException Violation(Sequence sequence, Divergence divergence, string note)
    {
        var place = models.ToList().IndexOf(sequence.Model);
        var before = divergence.Index == 0 ? "none" : string.Join("; ", sequence.Texts.Take(divergence.Index));
        var choices = sequence.Choices.Take(divergence.Index + 1).SelectMany(one => one).Select(choice => choice.Value);
        return new(string.Create(
            CultureInfo.InvariantCulture,
            $"{sequence.Model.Contract.Name}, operation {divergence.Index + 1}, {divergence}; "
            + $"before it: {before}{note}"))
        {
            Choices = [place, .. choices],
        };
    }
}
