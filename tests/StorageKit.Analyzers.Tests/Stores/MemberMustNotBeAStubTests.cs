using StorageKit.Analyzers.Stores;

namespace StorageKit.Analyzers.Tests.Stores;

/// <summary>SK0004, code that breaks the rule and code that looks like it.</summary>
public sealed class MemberMustNotBeAStubTests() : StoreRuleTests(new MemberMustNotBeAStub())
{
    static string Audit(string emit, string attribute = "") => $$"""
        using StorageKit;
        {{attribute}}
        public class AcmeAudit(IAuditSink inner) : IAuditSink
        {
            object Inner => inner;
            {{emit}}
        }
        """;

    static string Counter(string increment) => $$"""
        using StorageKit;
        [StorageContract("tally")] public interface ITally { [AtomicReadModifyWrite] Task<ulong> AddAsync(string key, ulong amount); ValueTask<ulong> ReadAsync(string key); }
        public class Tally : ITally
        {
            ulong _n;
            {{increment}}
            public ValueTask<ulong> ReadAsync(string key) => new(_n);
        }
        """;

    [Theory]
    [InlineData("public ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) => throw new NotImplementedException();")]
    [InlineData("public ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) { throw new NotSupportedException(\"later\"); }")]
    [InlineData("public ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) { ArgumentNullException.ThrowIfNull(entry); throw new NotImplementedException(); }")]
    [InlineData("public ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) => default;")]
    [InlineData("public ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;")]
    [InlineData("public ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) { return new ValueTask(); }")]
    [InlineData("public async ValueTask [|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken = default) { }")]
    [InlineData("ValueTask IAuditSink.[|EmitAsync|](AuditEntry entry, CancellationToken cancellationToken) => new(Task.CompletedTask);")]
    public Task A_sink_that_keeps_nothing(string emit) =>
        Flags(Audit(emit).Insert(0, "#pragma warning disable CS1998\n"));

    [Theory]
    [InlineData("public Task<ulong> [|AddAsync|](string key, ulong amount) => Task.FromResult(1UL);")]
    [InlineData("public Task<ulong> [|AddAsync|](string key, ulong amount) => Task.FromResult(amount);")]
    [InlineData("public async Task<ulong> [|AddAsync|](string key, ulong amount) { return amount; }")]
    [InlineData("public async Task<ulong> [|AddAsync|](string key, ulong amount) => 0;")]
    [InlineData("public Task<ulong> [|AddAsync|](string key, ulong amount) => throw new NotImplementedException();")]
    public Task A_counter_that_counts_nothing(string increment) =>
        Flags(Counter(increment).Insert(0, "#pragma warning disable CS1998, CS0649\n"));

    [Theory]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => inner.EmitAsync(entry, cancellationToken);")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => throw new StorageException(StorageErrorKind.Backend, \"down\");")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => entry is null ? throw new NotSupportedException() : inner.EmitAsync(entry);")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { lock (this) File.AppendAllText(\"log\", entry.ToJson()); return default; }")]
    [InlineData("public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { if (entry is null) return default; return inner.EmitAsync(entry); }")]
    public Task A_sink_that_does_something(string emit) => Accepts(Audit(emit));

    [Theory]
    [InlineData("public Task<ulong> AddAsync(string key, ulong amount) => Task.FromResult(Interlocked.Add(ref _n, amount));")]
    [InlineData("public Task<ulong> AddAsync(string key, ulong amount) { Interlocked.Add(ref _n, amount); return Task.FromResult(amount); }")]
    public Task A_counter_that_counts(string increment) => Accepts(Counter(increment));

    [Fact]
    public Task A_null_object_that_says_so() => Accepts(Audit(
        "public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => default;", "[NotADriver]"));

    [Fact]
    public Task An_invalidation_where_the_store_is_the_source() => Accepts("""
        using StorageKit;
        [StorageContract("names")] public interface INames { [Idempotent] Task InvalidateAsync(string key); }
        public class Names : INames { public Task InvalidateAsync(string key) => Task.CompletedTask; }
        """);

    [Fact]
    public Task A_method_that_is_no_member_of_a_contract() => Accepts("""
        using StorageKit;
        public class Other { public Task EmitAsync(AuditEntry entry) => throw new NotImplementedException(); }
        """);
}
