using StorageKit.Conformance.Tests.Mutants;

namespace StorageKit.Conformance.Tests.Running;

/// <summary>A driver that answers with garbage fails clauses; it never ends the run or takes long.</summary>
public sealed class GarbageTests
{
    [Theory]
    [InlineData(typeof(NullAnswers), "OBJ-08")]
    [InlineData(typeof(NullAnswers), "OBJ-01")]
    [InlineData(typeof(SpeechlessAnswers), "OBJ-01")]
    [InlineData(typeof(SpeechlessAnswers), "GEN-14")]
    [InlineData(typeof(NeverCompleted), "OBJ-01")]
    public async Task It_fails_the_clause_with_a_reason_in_one_line(Type store, string id)
    {
        var result = await ClauseRunner.RunAsync(
            ClauseCatalog.Get(id), MutantDriver.Create(store), 1, TimeSpan.FromSeconds(2), default);

        Assert.Equal(ClauseOutcome.Failed, result.Outcome);
        Assert.NotEmpty(result.Reason);
        Assert.DoesNotContain('\n', result.Reason);
        Assert.InRange(result.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(30));
    }

    /// <summary>Null wherever the compiler can be talked into it.</summary>
    internal sealed class NullAnswers : IObjectStore
    {
        public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) => default;

        public ValueTask WriteAsync(
            string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) => default;

        public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) => default;

        public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) => default;

        public IAsyncEnumerable<ObjectInfo> ListAsync(
            string prefix = "", CancellationToken cancellationToken = default) => null!;
    }

    /// <summary>Exceptions that throw when they are asked anything.</summary>
    internal sealed class SpeechlessAnswers : IObjectStore
    {
        public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
            throw new Speechless();

        public ValueTask WriteAsync(
            string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
            throw new Speechless();

        public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) =>
            throw new Speechless();

        public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
            throw new Speechless();

        public IAsyncEnumerable<ObjectInfo> ListAsync(
            string prefix = "", CancellationToken cancellationToken = default) => throw new Speechless();
    }

    /// <summary>Tasks that nobody completes.</summary>
    internal sealed class NeverCompleted : IObjectStore
    {
        public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource<byte[]?>().Task);

        public ValueTask WriteAsync(
            string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource().Task);

        public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource().Task);

        public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) =>
            new(new TaskCompletionSource<bool>().Task);

        public IAsyncEnumerable<ObjectInfo> ListAsync(
            string prefix = "", CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<ObjectInfo>();
    }

    sealed class Speechless : Exception
    {
        public override string Message => throw new FormatException();

        public override string? StackTrace => throw new FormatException();

        public override string ToString() => throw new FormatException();
    }
}
