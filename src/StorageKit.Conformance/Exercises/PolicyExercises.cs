using StorageKit.Conformance.Clauses;
using StorageKit.Conformance.Models;

namespace StorageKit.Conformance.Exercises;

/// <summary>The members of <see cref="IPolicyStore"/> and <see cref="IPolicyWriter"/>.</summary>
internal sealed class PolicyExercises(IPolicyStore store) : ContractExercises(store)
{
    readonly AgentId _agent = AgentId.New();
    readonly IPolicyWriter? _writer = store as IPolicyWriter;

    protected override IReadOnlyList<Exercise> Members =>
    [
        .. IfWriter(writer => new Exercise(
            "IPolicyWriter.PutPolicyAsync",
            token => writer.PutPolicyAsync(_agent, PolicyExpectations.Document(2), token))),
        new("IPolicyStore.GetPolicyAsync", async token =>
            await store.GetPolicyAsync(_agent, token).ConfigureAwait(false)),
        new("IPolicyStore.InvalidateAsync", token => store.InvalidateAsync(_agent, token)),
    ];

    protected override IReadOnlyList<Refusal> OtherRefusals =>
    [
        .. IfWriter(writer => RefusesNull(
            "IPolicyWriter.PutPolicyAsync", token => writer.PutPolicyAsync(_agent, null!, token))),
    ];

    internal override ValueTask SeedAsync(CancellationToken cancellationToken) => _writer is null
        ? ValueTask.CompletedTask
        : _writer.PutPolicyAsync(_agent, PolicyExpectations.Document(1), cancellationToken);

    internal override async ValueTask<string> DescribeAsync(CancellationToken cancellationToken) =>
        Answer.Of(await store.GetPolicyAsync(_agent, cancellationToken).ConfigureAwait(false));

    T[] IfWriter<T>(Func<IPolicyWriter, T> create) => _writer is null ? [] : [create(_writer)];
}
