using StorageKit.Analyzers.AppendOnly;
using StorageKit.Analyzers.AtomicCounter;
using StorageKit.Analyzers.Stores;
using StorageKit.Analyzers.Tests.Stubs;

namespace StorageKit.Analyzers.Tests;

/// <summary>Helpers whose effects their author declared with <c>[StorageEffect]</c>.</summary>
public sealed class DeclaredEffectsTests
{
    const string Client = """

        public interface IClient
        {
            [StorageEffect(StorageEffectKind.Read, Key = nameof(key))] Task<long> FetchAsync(string key);
            [StorageEffect(StorageEffectKind.Overwrite, Key = nameof(key), Value = nameof(content))] Task StashAsync(string key, object content);
            [StorageEffect(StorageEffectKind.Append, Key = nameof(log), Value = nameof(content))] Task TellAsync(string log, object content);
            [StorageEffect(StorageEffectKind.CreateOnly, Key = nameof(key), Value = nameof(content))] Task MakeAsync(string key, object content);
            [StorageEffect(StorageEffectKind.AtomicUpdate, Key = nameof(key))] Task<long> BumpAsync(string key, long by);
            [StorageEffect(StorageEffectKind.Delete, Key = nameof(key))] Task DropAsync(string key);
            [StorageEffect(StorageEffectKind.Truncate)] Task WipeAsync();
            [StorageEffect(StorageEffectKind.Sql)] Task SayAsync(string text, object? values = null);
            Task UnknownAsync(string key);
        }
        """;

    static string Sink(string emit, string members = "") => $$"""
        using StorageKit;
        public class AcmeAudit(IClient client) : IAuditSink
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => await {{emit}};
            {{members}}
        }
        """ + Client;

    static string Counter(string increment) => $$"""
        using StorageKit;
        [StorageContract("tally")] public interface ITally { [AtomicReadModifyWrite] Task<long> AddAsync(string key, long amount); }
        public class Tally(IClient client) : ITally
        {
            public async Task<long> AddAsync(string key, long amount) { {{increment}} }
        }
        """ + Client;

    static Task Verify(StoreRule rule, string source) => new AnalyzerHarness(new StoreAnalyzer(rule))
        .WithAssembly(typeof(IAuditSink).Assembly).WithStub(AdoNetStubs.Source).VerifyAsync(source);

    [Theory]
    [InlineData("[|client.StashAsync(\"audit\", entry)|]", "")]
    [InlineData("client.TellAsync(\"audit\", entry)", "public Task ClearAsync() => [|client.WipeAsync()|];")]
    [InlineData("client.MakeAsync(entry.EntryHash.ToString(), entry)", "public Task ForgetAsync(string key) => [|client.DropAsync(key)|];")]
    public Task What_is_declared_to_overwrite_or_delete_breaks_an_append_only_contract(string emit, string members) =>
        Verify(new DocumentMustNotBeOverwritten(), Sink(emit, members));

    [Theory]
    [InlineData("client.TellAsync(\"audit\", entry)", "public Task<long> CountAsync() => client.FetchAsync(\"audit\");")]
    [InlineData("client.MakeAsync(entry.EntryHash.ToString(), entry)", "public Task PingAsync() => client.UnknownAsync(\"audit\");")]
    public Task What_is_declared_to_add_keeps_it(string emit, string members) =>
        Verify(new DocumentMustNotBeOverwritten(), Sink(emit, members));

    [Theory]
    [InlineData("var n = await client.FetchAsync(key); [|await client.StashAsync(key, n + amount)|]; return n + amount;")]
    [InlineData("var n = amount + await client.FetchAsync(key); [|await client.StashAsync(content: n, key: key)|]; return n;")]
    public Task A_declared_read_and_a_declared_write_are_two_steps(string increment) => Verify(
        new ReadModifyWriteMustBeOneStep(),
        Counter(increment.Replace("[|await client", "await [|client", StringComparison.Ordinal)));

    [Theory]
    [InlineData("return await client.BumpAsync(key, amount);")]
    [InlineData("var n = await client.FetchAsync(\"limit\"); await client.StashAsync(key, n); return n;")]
    public Task One_declared_step_and_two_different_places_are_none(string increment) =>
        Verify(new ReadModifyWriteMustBeOneStep(), Counter(increment));

    [Fact]
    public Task A_helper_that_is_declared_to_run_SQL() => Verify(new SqlMustNotChangeStoredRows(), Sink(
        "client.SayAsync(\"INSERT INTO audit_log VALUES (@e)\", new { e = entry })",
        "public Task PurgeAsync() => client.SayAsync(\"[|DELETE FROM audit_log|] WHERE ts < now()\");"));

    [Fact]
    public Task A_declaration_on_an_extension_method_and_on_a_base_class() => Verify(
        new DocumentMustNotBeOverwritten(),
        Sink("[|Sender.PutAsync(client, entry)|]", """
            public Task AgainAsync(Derived store, AuditEntry entry) => store.UnrelatedAsync(entry);
            """) + """

        public static class Sender
        {
            [StorageEffect(StorageEffectKind.Overwrite, Value = nameof(what))]
            public static Task PutAsync(this IClient client, object what) => client.UnknownAsync("x");
        }
        public class Derived { public Task UnrelatedAsync(object o) => Task.CompletedTask; }
        """);
}
