using StorageKit.Analyzers.AppendOnly;
using StorageKit.CodeFixes.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1006, code that breaks the rule, and what its fix writes.</summary>
public sealed class FileMustOnlyGrowTests() : StoreRuleTests(new FileMustOnlyGrow())
{
    CodeFixHarness Fix => new(Analyzer, new ApplyTextEdit());

    const string Append = "await File.AppendAllTextAsync(path, entry.ToJson());";

    const string Write = "await writer.WriteLineAsync(entry.ToJson());";

    [Theory]
    [InlineData("[|File.WriteAllText(path, entry.ToJson())|];")]
    [InlineData("await [|File.WriteAllTextAsync(path, entry.ToJson(), cancellationToken)|];")]
    [InlineData("[|File.WriteAllBytes(path, Encoding.UTF8.GetBytes(entry.ToJson()))|];")]
    [InlineData("await [|File.WriteAllLinesAsync(path, new[] { entry.ToJson() })|];")]
    public Task A_whole_file_call(string emit) => Flags(Sink(emit));

    [Theory]
    [InlineData("new FileStream(path, FileMode.Create)")]
    [InlineData("new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 4096, useAsync: true)")]
    [InlineData("new FileStream(path, FileMode.Truncate)")]
    [InlineData("new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write)")]
    [InlineData("new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write })")]
    [InlineData("File.Open(path, FileMode.Create)")]
    [InlineData("File.Create(path)")]
    [InlineData("File.OpenWrite(path)")]
    public Task A_stream_that_is_opened_for_each_entry(string open) => Flags(Sink($$"""
        await using var stream = [|{{open}}|];
        await stream.WriteAsync(Encoding.UTF8.GetBytes(entry.ToJson()), cancellationToken);
        """));

    [Theory]
    [InlineData("new StreamWriter(path)")]
    [InlineData("new StreamWriter(path, false)")]
    [InlineData("new StreamWriter(path, append: false, Encoding.UTF8)")]
    [InlineData("File.CreateText(path)")]
    public Task A_writer_that_is_opened_for_each_entry(string open) => Flags(Sink($"""
        await using var writer = [|{open}|];
        {Write}
        """));

    [Theory]
    [InlineData("readonly StreamWriter writer = [|new(path)|];")]
    [InlineData("readonly StreamWriter writer = new([|new FileStream(path, FileMode.Create)|]);")]
    [InlineData("readonly TextWriter writer = [|File.CreateText(path)|];")]
    [InlineData("TextWriter writer { get; } = TextWriter.Synchronized([|new StreamWriter(path)|]);")]
    public Task A_writer_that_every_start_of_the_process_opens_anew(string field) =>
        field.Contains("Synchronized", StringComparison.Ordinal)
            ? Accepts(Sink(Write, field.Replace("[|", "").Replace("|]", "")))
            : Flags(Sink(Write, field));

    [Fact]
    public Task A_constructor_that_opens_through_a_local_and_a_helper() => Flags("""
        using StorageKit;
        public class AcmeAudit : IAuditSink
        {
            readonly StreamWriter _writer;
            readonly FileStream _second;
            public AcmeAudit(string path)
            {
                var stream = [|new FileStream(path, FileMode.Create)|];
                _writer = new StreamWriter(stream);
                _second = Open(path + ".2");
            }
            static FileStream Open(string path) => [|File.Create(path)|];
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default)
            {
                await _writer.WriteLineAsync(entry.ToJson());
                await _second.WriteAsync(new byte[1], cancellationToken);
            }
        }
        """);

    [Fact]
    public Task Options_in_a_local() => Flags(Sink("""
        var options = new FileStreamOptions { Access = FileAccess.Write };
        options.Mode = FileMode.Create;
        await using var stream = [|new FileStream(path, options)|];
        await JsonSerializer.SerializeAsync(stream, entry.ToJson());
        """));

    [Fact]
    public Task Load_add_and_save_all() => Flags(Sink(
        """
        var all = Load();
        all.Add(entry.ToJson());
        await [|File.WriteAllTextAsync(path, JsonSerializer.Serialize(all))|];
        """,
        "List<string> Load() => File.Exists(path) ? JsonSerializer.Deserialize<List<string>>(File.ReadAllText(path))! : [];"));

    [Fact]
    public Task Saving_what_is_kept_in_memory() => Flags(Sink(
        "_all.Add(entry.ToJson()); Save();",
        "readonly List<string> _all = []; void Save() => [|File.WriteAllLines(path, _all)|];"));

    [Fact]
    public Task A_move_over_the_log() => Flags(Sink("""
        var temporary = path + ".tmp";
        await File.WriteAllTextAsync(temporary, File.ReadAllText(path) + entry.ToJson());
        [|File.Move(temporary, path, overwrite: true)|];
        """));

    [Fact]
    public Task A_replace_of_the_log() => Flags(Sink("""
        File.WriteAllText(path + ".new", File.ReadAllText(path) + entry.ToJson());
        [|File.Replace(path + ".new", path, null)|];
        """));

    [Fact]
    public Task Another_method_deletes_or_cuts_the_log() => Flags(Sink(Append, """
        public void Clear() => [|File.Delete(path)|];
        public void Cut() => [|File.Create(path)|].Dispose();
        public void Rewrite(string[] lines) => [|File.WriteAllLines(path, lines)|];
        public void Restore(string backup) => [|File.Copy(backup, path, true)|];
        """));

    [Fact]
    public Task Another_method_deletes_a_file_that_the_same_helper_names() => Flags(Sink(
        "await File.AppendAllTextAsync(PathOf(entry.SessionId), entry.ToJson());",
        """
        string PathOf(SessionId session) => Path.Combine(path, $"{session}.jsonl");
        public void Forget(SessionId session) => [|File.Delete(PathOf(session))|];
        """));

    [Fact]
    public Task A_stream_that_is_cut_to_nothing() => Flags(Sink(
        "await _log.WriteAsync(Encoding.UTF8.GetBytes(entry.ToJson()), cancellationToken);",
        """
        readonly FileStream _log = new(path, FileMode.Append);
        public void Clear() => [|_log.SetLength(0)|];
        """));

    [Fact]
    public Task A_stream_that_is_turned_back_before_the_write() => Flags(Sink(
        """
        [|_log.Position = 0|];
        [|_log.Seek(0, SeekOrigin.Begin)|];
        await _log.WriteAsync(Encoding.UTF8.GetBytes(entry.ToJson()), cancellationToken);
        """,
        "readonly FileStream _log = new(path, FileMode.Append);"));

    [Fact]
    public Task A_contract_of_the_users_own_through_a_base_class() => Flags("""
        using StorageKit;
        [StorageContract("ledger")]
        public interface ILedger { [AppendOnly] void Post(long amount); }
        public abstract class FileBase(string path) { protected void Save(string text) => [|File.WriteAllText(path, text)|]; }
        public class FileLedger(string path) : FileBase(path), ILedger { public void Post(long amount) => Save($"{amount}"); }
        """);

    [Theory]
    [InlineData("[|File.WriteAllText(path, entry.ToJson())|];", "File.AppendAllText(path, entry.ToJson());")]
    [InlineData(
        "using var s = [|new FileStream(path, FileMode.Create)|]; s.WriteByte(1);",
        "using var s = new FileStream(path, FileMode.Append); s.WriteByte(1);")]
    [InlineData(
        "using var w = [|new StreamWriter(path)|]; w.Write(1);",
        "using var w = new StreamWriter(path, append: true); w.Write(1);")]
    [InlineData(
        "using var w = [|new StreamWriter(path, false)|]; w.Write(1);",
        "using var w = new StreamWriter(path, true); w.Write(1);")]
    public Task The_fix_appends(string before, string after) => Fix.VerifyAsync(Sink(before), Sink(after));

    [Theory]
    [InlineData("[|File.WriteAllText(path, File.ReadAllText(path) + entry.ToJson())|];")]
    [InlineData("[|File.WriteAllBytes(path, new byte[] { (byte)entry.Seq })|];")]
    [InlineData("using var s = [|new FileStream(path, FileMode.Create, FileAccess.ReadWrite)|]; s.WriteByte(1);")]
    public Task There_is_no_fix_where_the_rest_of_the_code_must_change(string emit) => Fix.VerifyNoFixAsync(Sink(emit));
}
