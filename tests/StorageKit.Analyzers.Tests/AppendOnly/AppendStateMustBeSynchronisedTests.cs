using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.EmitSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1013: code that breaks the rule, and code that looks alike and is correct.</summary>
public sealed class AppendStateMustBeSynchronisedTests() : StoreRuleTests(new AppendStateMustBeSynchronised())
{
    [Theory]
    [InlineData("readonly List<AuditEntry> log = [];", "[|log.Add(entry)|];")]
    [InlineData("readonly Queue<AuditEntry> log = new();", "[|log.Enqueue(entry)|];")]
    [InlineData("readonly Dictionary<ulong, AuditEntry> log = new();", "[|log[entry.Seq] = entry|];")]
    [InlineData("readonly Dictionary<Hash256, AuditEntry> log = new();", "[|log.Add(entry.EntryHash, entry)|];")]
    [InlineData("readonly LinkedList<AuditEntry> log = new();", "[|log.AddLast(entry)|];")]
    [InlineData("readonly StreamWriter log = new(\"a\", true) { AutoFlush = true };", "await [|log.WriteLineAsync(Text(entry))|];")]
    [InlineData("static readonly List<AuditEntry> Log = [];", "[|Log.Add(entry)|];")]
    [InlineData("long seq;", "[|seq++|]; await connection.ExecuteAsync(Insert, new { seq });")]
    [InlineData("readonly List<AuditEntry> log = [];", "await Task.Run(() => [|log.Add(entry)|]);")]
    [InlineData("AuditEntry pending;", "[|pending = entry|]; await connection.ExecuteAsync(Insert, new { pending });")]
    [InlineData("string pending;", "[|pending = Text(entry)|]; await File.AppendAllTextAsync(\"a\", pending);")]
    public Task State_that_is_changed_without_a_lock(string field, string statement) => Flags(Emit(statement, field));

    [Fact]
    public Task A_helper() => Flags(Emit("Keep(entry);", """
        readonly List<AuditEntry> log = [];
        void Keep(AuditEntry one) => [|log.Add(one)|];
        """));

    [Fact]
    public Task A_list_for_each_session() => Flags(Emit("""
        var log = logs.GetOrAdd(entry.SessionId, _ => []);
        [|log.Add(entry)|];
        """, "readonly ConcurrentDictionary<SessionId, List<AuditEntry>> logs = new();"));

    [Fact]
    public Task A_lock_that_is_left_before() => Flags(Emit("""
        lock (gate) { if (log.Contains(entry)) return; }
        [|log.Add(entry)|];
        """, "readonly List<AuditEntry> log = [];"));

    [Theory]
    [InlineData("readonly List<AuditEntry> log = [];", "lock (gate) log.Add(entry);")]
    [InlineData("readonly List<AuditEntry> log = [];", "await mutex.WaitAsync(cancellationToken); try { log.Add(entry); } finally { mutex.Release(); }")]
    [InlineData("readonly List<AuditEntry> log = []; readonly Lock door = new();", "using (door.EnterScope()) log.Add(entry);")]
    [InlineData("readonly List<AuditEntry> log = []; readonly ReaderWriterLockSlim door = new();", "door.EnterWriteLock(); try { log.Add(entry); } finally { door.ExitWriteLock(); }")]
    [InlineData("readonly ConcurrentQueue<AuditEntry> log = new();", "log.Enqueue(entry);")]
    [InlineData("readonly ConcurrentDictionary<Hash256, AuditEntry> log = new();", "log[entry.EntryHash] = entry;")]
    [InlineData("readonly BlockingCollection<AuditEntry> log = new();", "log.Add(entry);")]
    [InlineData("long seq;", "var n = Interlocked.Increment(ref seq); await connection.ExecuteAsync(Insert, new { n });")]
    [InlineData("", "var batch = new List<AuditEntry> { entry }; batch.Add(entry); await connection.ExecuteAsync(Insert, batch);")]
    [InlineData("", "var text = new System.Text.StringBuilder(); text.Append(Text(entry)); await File.AppendAllTextAsync(\"a\", text.ToString());")]
    [InlineData("", "await using var log = new StreamWriter(\"a\", true); await log.WriteLineAsync(Text(entry));")]
    [InlineData("readonly IList<AuditEntry> log = new SynchronizedCollection<AuditEntry>();", "log.Add(entry);")]
    [InlineData("AuditEntry last;", "await connection.ExecuteAsync(Insert, new { entry }); last = entry;")]
    [InlineData("AuditEntry last;", "var before = last; await connection.ExecuteAsync(Insert, new { entry, before }); last = entry;")]
    [InlineData("AuditEntry pending;", "await mutex.WaitAsync(cancellationToken); try { pending = entry; await connection.ExecuteAsync(Insert, new { pending }); } finally { mutex.Release(); }")]
    [InlineData("readonly AsyncLocal<AuditEntry> pending = new();", "pending.Value = entry; await connection.ExecuteAsync(Insert, new { entry = pending.Value });")]
    [InlineData("DateTimeOffset last;", "last = DateTimeOffset.UtcNow; await connection.ExecuteAsync(Insert, new { last });")]
    [InlineData("readonly TextWriter log = TextWriter.Synchronized(new StreamWriter(\"a\", true));", "await log.WriteLineAsync(Text(entry));")]
    public Task State_that_is_safe(string field, string statement) => Accepts(Emit(statement, field) + """

        public class SynchronizedCollection<T> : System.Collections.ObjectModel.Collection<T>;
        """);

    [Fact]
    public Task A_helper_under_the_callers_lock() => Accepts(Emit("lock (gate) Keep(entry);", """
        readonly List<AuditEntry> log = [];
        void Keep(AuditEntry one) => log.Add(one);
        """));

    [Fact]
    public Task A_reader_that_runs_alone() => Accepts(Sink("""
        readonly Channel<AuditEntry> channel = Channel.CreateUnbounded<AuditEntry>();
        readonly List<AuditEntry> batch = [];
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) => channel.Writer.WriteAsync(entry, cancellationToken);
        async Task PumpAsync()
        {
            await foreach (var one in channel.Reader.ReadAllAsync()) batch.Add(one);
        }
        """));

    [Fact]
    public Task A_lambda_that_a_serial_queue_runs() => Accepts(Emit("await alone.RunAsync(() => log.Add(entry));", """
        readonly List<AuditEntry> log = [];
        readonly SerialQueue alone = new();
        """) + """

        public class SerialQueue { public Task RunAsync(Action action) => Task.CompletedTask; }
        """);

    [Fact]
    public Task A_constructor() => Accepts(Sink("""
        readonly List<AuditEntry> log = [];
        public AcmeAudit(AuditEntry first) : this(null!, null!, null!, null!, null!, null!, null!, null!, null!, null!, default) => log.Add(first);
        public ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) { lock (log) log.Add(entry); return default; }
        """));

    [Theory]
    [InlineData("readonly IList<AuditEntry> log = new List<AuditEntry>();", "[|log.Add(entry)|];")]
    [InlineData("readonly IDictionary<ulong, AuditEntry> log = new Dictionary<ulong, AuditEntry>();", "[|log.Add(entry.Seq, entry)|];")]
    [InlineData("readonly System.Text.StringBuilder log = new();", "[|log.AppendLine(Text(entry))|];")]
    [InlineData("readonly FileStream log = new(\"a\", FileMode.Append);", "await [|log.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Text(entry)), cancellationToken)|]; log.Flush(true);")]
    [InlineData("System.Collections.Immutable.ImmutableList<AuditEntry> log = [];", "log = [|log.Add(entry)|];")]
    [InlineData("readonly NpgsqlCommand insert = new(Insert);", "insert.Parameters[\"hash\"].Value = Text(entry); await [|insert.ExecuteNonQueryAsync(cancellationToken)|];")]
    public Task State_behind_other_types(string field, string statement) => Flags(Emit(statement, field));

    [Theory]
    [InlineData("System.Collections.Immutable.ImmutableList<AuditEntry> log = [];", "lock (gate) log = log.Add(entry);")]
    [InlineData("System.Collections.Immutable.ImmutableList<AuditEntry> log = [];", "System.Collections.Immutable.ImmutableInterlocked.Update(ref log, static (all, one) => all.Add(one), entry);")]
    [InlineData("readonly System.Text.StringBuilder log = new();", "lock (gate) log.AppendLine(Text(entry));")]
    [InlineData("", "await using var insert = new NpgsqlCommand(Insert, connection); insert.Parameters.AddWithValue(\"hash\", Text(entry)); await insert.ExecuteNonQueryAsync(cancellationToken);")]
    [InlineData("readonly NpgsqlCommand insert = new(Insert);", "await mutex.WaitAsync(cancellationToken); try { insert.Parameters[\"hash\"].Value = Text(entry); await insert.ExecuteNonQueryAsync(cancellationToken); } finally { mutex.Release(); }")]
    public Task State_behind_other_types_that_is_safe(string field, string statement) => Accepts(Emit(statement, field));
}
