using StorageKit.Analyzers.AppendOnly;
using static StorageKit.Analyzers.Tests.AppendOnly.AuditSinkSource;

namespace StorageKit.Analyzers.Tests.AppendOnly;

/// <summary>SK1006, code that looks alike and is correct.</summary>
public sealed class FileLookAlikeTests() : StoreRuleTests(new FileMustOnlyGrow())
{
    const string Append = "await File.AppendAllTextAsync(path, entry.ToJson());";

    const string Bytes = "Encoding.UTF8.GetBytes(entry.ToJson())";

    [Theory]
    [InlineData("File.AppendAllText(path, entry.ToJson());")]
    [InlineData("await File.AppendAllLinesAsync(path, new[] { entry.ToJson() });")]
    [InlineData("using var w = File.AppendText(path); w.WriteLine(entry.ToJson());")]
    [InlineData("using var w = new StreamWriter(path, append: true); w.WriteLine(entry.ToJson());")]
    [InlineData("using var s = new FileStream(path, FileMode.Append, FileAccess.Write); s.WriteByte(1);")]
    [InlineData("using var s = new FileStream(path, new FileStreamOptions { Mode = FileMode.Append }); s.WriteByte(1);")]
    public Task Appending(string emit) => Accepts(Sink(emit));

    [Fact]
    public Task A_new_file_for_each_entry() => Accepts(Sink($$"""
        await using var stream = new FileStream(Path.Combine(path, $"{entry.EntryHash}.json"), FileMode.CreateNew);
        await stream.WriteAsync({{Bytes}}, cancellationToken);
        """));

    [Fact]
    public Task A_scratch_file_that_is_moved_to_a_new_name() => Accepts(Sink("""
        var temporary = path + ".tmp";
        await File.WriteAllTextAsync(temporary, entry.ToJson());
        File.Move(temporary, Path.Combine(path, $"{entry.Seq}.json"));
        """));

    [Fact]
    public Task Opened_or_created_and_turned_to_the_end() => Accepts(Sink($"""
        using var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write);
        stream.Seek(0, SeekOrigin.End);
        stream.Write({Bytes});
        """));

    [Fact]
    public Task Opened_or_created_and_read_to_the_end_in_the_constructor() => Accepts("""
        using StorageKit;
        public class AcmeAudit : IAuditSink
        {
            readonly FileStream _log;
            public AcmeAudit(string path)
            {
                _log = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite);
                _log.Position = _log.Length;
            }
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await _log.WriteAsync(new byte[1], cancellationToken);
        }
        """);

    [Fact]
    public Task A_torn_tail_is_cut_when_the_log_opens() => Accepts(Sink(
        $"await _log.WriteAsync({Bytes}, cancellationToken);",
        """
        readonly FileStream _log = new(path, FileMode.Append);
        void Recover(long valid) => _log.SetLength(valid);
        public void Open() => Recover(42);
        """));

    [Fact]
    public Task A_write_that_failed_is_taken_back() => Accepts(Sink(
        $$"""
        var before = _log.Length;
        try { await _log.WriteAsync({{Bytes}}, cancellationToken); }
        catch { _log.SetLength(before); throw; }
        """,
        "readonly FileStream _log = new(path, FileMode.Append);"));

    [Fact]
    public Task A_scratch_buffer_is_rewound() => Accepts(Sink(
        """
        _buffer.Position = 0;
        _buffer.SetLength(0);
        _buffer.Write(Encoding.UTF8.GetBytes(entry.ToJson()));
        await File.AppendAllTextAsync(path, Encoding.UTF8.GetString(_buffer.ToArray()));
        """,
        "readonly MemoryStream _buffer = new();"));

    [Fact]
    public Task The_log_gets_its_header_when_it_is_not_there() => Accepts(Sink($$"""
        if (!File.Exists(path)) File.WriteAllText(path, "");
        if (!File.Exists(path)) File.Create(path).Dispose();
        {{Append}}
        """));

    [Fact]
    public Task The_chain_head_beside_the_log_is_replaced() => Accepts(Sink($$"""
        {{Append}}
        await File.WriteAllTextAsync(path + ".head.tmp", entry.EntryHash.ToString());
        File.Move(path + ".head.tmp", path + ".head", overwrite: true);
        """));

    [Fact]
    public Task The_chain_head_beside_a_stream_that_is_kept() => Accepts(Sink(
        """
        await log.WriteAsync(Encoding.UTF8.GetBytes(entry.ToJson()), cancellationToken);
        await File.WriteAllTextAsync(path + ".head", entry.EntryHash.ToString());
        """,
        "Stream Log => log; readonly Stream log = source;",
        "string path, Stream source"));

    [Fact]
    public Task A_lock_file_is_opened_and_never_written() => Accepts(Sink($$"""
        using var gate = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        {{Append}}
        """));

    [Fact]
    public Task A_file_with_a_name_of_its_own_at_each_start() => Accepts(Sink(
        "await _writer.WriteLineAsync(entry.ToJson());",
        """readonly StreamWriter _writer = new(new FileStream(Path.Combine(path, $"{Guid.NewGuid():N}.jsonl"), FileMode.Create));"""));

    [Fact]
    public Task The_log_is_in_a_database_and_the_file_is_a_cache() => Accepts(Emit("""
        await connection.ExecuteAsync("INSERT INTO audit VALUES (@p)", new { p = entry.Payload });
        await File.WriteAllTextAsync("/tmp/last", entry.ToJson());
        """));

    [Fact]
    public Task The_log_is_another_sink_and_the_file_is_a_cache() => Accepts(Sink(
        """
        await inner.EmitAsync(entry, cancellationToken);
        await File.WriteAllTextAsync("/tmp/last", entry.ToJson());
        """, "", "IAuditSink inner"));

    [Fact]
    public Task A_mode_that_the_section_says_is_not_known() => Accepts(Sink(
        "using var s = new FileStream(path, mode); s.WriteByte(1); using var w = new StreamWriter(path, append); w.Write(1);",
        "", "string path, FileMode mode, bool append"));

    [Fact]
    public Task Another_file_is_deleted() => Accepts(Sink(Append, """
        public void Clear() { File.Delete(path + ".lock"); File.Delete(path + ".tmp"); }
        public void Export(string to) => File.Copy(path, to, overwrite: true);
        """));

    [Fact]
    public Task An_object_store_in_the_same_class_overwrites_by_contract() => Accepts("""
        using StorageKit;
        public class Both(string root) : IAuditSink, IObjectStore
        {
            public async ValueTask EmitAsync(AuditEntry entry, CancellationToken cancellationToken = default) =>
                await File.AppendAllTextAsync(root + "/audit.jsonl", entry.ToJson(), cancellationToken);
            public async ValueTask WriteAsync(string key, ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default) =>
                await File.WriteAllBytesAsync(root + "/objects/" + key, content.ToArray(), cancellationToken);
            public async ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default) => File.Delete(root + "/objects/" + key);
            public ValueTask<byte[]?> ReadAsync(string key, CancellationToken cancellationToken = default) => default;
            public ValueTask<bool> ExistsAsync(string key, CancellationToken cancellationToken = default) => default;
            public IAsyncEnumerable<ObjectInfo> ListAsync(string prefix = "", CancellationToken cancellationToken = default) => throw new IOException();
        }
        """);

    [Fact]
    public Task Reading_the_log_back() => Accepts(Sink(Append, """
        public string[] Read() { using var s = new FileStream(path, FileMode.Open, FileAccess.Read); return File.ReadAllLines(path); }
        public int First() { using var s = new FileStream(path, FileMode.OpenOrCreate, FileAccess.Read); s.Seek(0, SeekOrigin.Begin); return s.ReadByte(); }
        """));
}
