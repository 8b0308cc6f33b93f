using System.Diagnostics;
using System.Text.Json;

namespace StorageKit.Cli.Tests;

/// <summary><c>storagekit audit</c> over a log in a real file of sqlite.</summary>
public sealed class AuditTests : ToolFolder
{
    const int Sessions = 3, EntriesEach = 8;

    static readonly string?[] s_odd = ["", null, "a,b", "\"quoted\"", "two\r\nlines\n", "=1+1", "ünï\u2028code 😀", " "];

    readonly SessionId[] _sessions =
        [.. Enumerable.Range(0, Sessions).Select(i => SessionId.Parse($"0000000000000000000000000000000{i}"))];

    [Fact]
    public async Task An_intact_log_verifies_and_so_does_every_form_that_it_is_exported_in()
    {
        await FillAsync();
        await VerifiesAsync("storage.toml");
        foreach (var file in new[] { "log.jsonl", "log.csv" })
        {
            var export = await RunAsync("audit", "export", "storage.toml", "--to", file);
            Assert.Equal(new(0, "", "storagekit: 24 entries exported\n"), export);
            await VerifiesAsync(file);
            var again = await RunAsync("audit", "export", file, "--to", $"again-{file}");
            Assert.Equal((0, await ReadAsync(file)), (again.ExitCode, await ReadAsync($"again-{file}")));
        }
        var crossed = await RunAsync("audit", "export", "log.csv");
        Assert.Equal(await ReadAsync("log.jsonl"), crossed.Output);
    }

    [Theory]
    [InlineData("log.jsonl")]
    [InlineData("log.csv")]
    public async Task An_edited_payload_is_found_at_its_place(string file)
    {
        await FillAsync();
        await RunAsync("audit", "export", "storage.toml", "--to", file);
        var text = await ReadAsync(file);
        await WriteAsync(text.Replace("=1+1", "=1+2", StringComparison.Ordinal), file);
        var result = await RunAsync("audit", "verify", file);
        Assert.Equal((1, ""), (result.ExitCode, result.Error));
        Assert.Contains(
            $"session {_sessions[0]}: BROKEN at entry 5: the hash of seq=5 is not what its fields say (5 entries before "
            + "it verified); it is record 16 of the log\n", result.Output, StringComparison.Ordinal);
        Assert.EndsWith("BROKEN: 24 entries in 3 sessions, 3 broken\n", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("=1+2", result.Output, StringComparison.Ordinal);
        var json = JsonDocument.Parse((await RunAsync("audit", "verify", file, "--json")).Output).RootElement;
        Assert.False(json.GetProperty("intact").GetBoolean());
        Assert.Equal(
            ["HashMismatch 5 16", "HashMismatch 5 17", "HashMismatch 5 18"],
            json.GetProperty("broken").EnumerateArray().Select(
                chain => $"{chain.GetProperty("kind")} {chain.GetProperty("entry")} {chain.GetProperty("position")}"));
    }

    [Fact]
    public async Task A_removed_line_is_found_and_a_cut_tail_by_its_checkpoint()
    {
        await FillAsync();
        await RunAsync("audit", "export", "storage.toml", "--to", "log.jsonl");
        Assert.Equal(0, (await RunAsync("audit", "verify", "log.jsonl", "--save-checkpoint", "seen.json")).ExitCode);
        Assert.Equal(0, (await RunAsync("audit", "verify", "storage.toml", "--checkpoint", "seen.json")).ExitCode);
        var lines = (await ReadAsync("log.jsonl")).Split('\n');
        await WriteAsync(string.Join('\n', lines.Where((_, i) => i != 4)), "hole.jsonl");
        Assert.Contains(
            "log: BROKEN: position 6 follows position 4", (await RunAsync("audit", "verify", "hole.jsonl")).Output,
            StringComparison.Ordinal);
        await WriteAsync(string.Join('\n', lines[..20]) + "\n", "cut.jsonl");
        Assert.Equal(0, (await RunAsync("audit", "verify", "cut.jsonl")).ExitCode);
        var cut = await RunAsync("audit", "verify", "cut.jsonl", "--checkpoint", "seen.json");
        Assert.Equal(1, cut.ExitCode);
        Assert.Contains(
            "the chain ends after 7 entries; the checkpoint saw 8", cut.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_session_is_exported_verified_and_shown_by_itself()
    {
        await FillAsync();
        var session = _sessions[1].ToString();
        await RunAsync("audit", "export", "storage.toml", "--session", session, "--to", "one.jsonl");
        var verified = await RunAsync("audit", "verify", "one.jsonl", "--session", session);
        Assert.Equal(new(0, "OK: 8 entries in 1 session, 0 broken\n", ""), verified);
        var tail = await RunAsync("audit", "tail", "storage.toml", "-n", "2", "--session", session);
        Assert.Matches(
            $"^20  2033-05-18T03:33:20.0000006Z  ToolCallIntercepted  agent .* session {session} #6\n"
            + $"23  2033-05-18T03:33:20.0000007Z  ToolCallIntercepted  agent .* session {session} #7\n$", tail.Output);
        Assert.Equal("", (await RunAsync("audit", "tail", "storage.toml", "-n", "0")).Output);
        Assert.Equal(24, (await RunAsync("audit", "tail", "storage.toml", "-n", "99")).Output.Count(c => c == '\n'));
        var json = await RunAsync("audit", "tail", "storage.toml", "-n", "1", "--json");
        Assert.Equal(24, JsonDocument.Parse(json.Output).RootElement.GetProperty("position").GetInt32());
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_with_its_line_and_without_its_content()
    {
        await FillAsync();
        await RunAsync("audit", "export", "storage.toml", "--to", "log.jsonl");
        await RunAsync("audit", "export", "storage.toml", "--to", "log.csv");
        var lines = (await ReadAsync("log.jsonl")).Split('\n');
        lines[2] = lines[2].Replace("\"seq\":", "\"seq\":\"hunter2\",\"x\":", StringComparison.Ordinal);
        await WriteAsync(string.Join('\n', lines), "log.jsonl");
        var broken = await RunAsync("audit", "verify", "log.jsonl");
        Assert.Equal((1, ""), (broken.ExitCode, broken.Output));
        Assert.StartsWith("storagekit: log.jsonl:3: audit entry: field \"seq\"", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", broken.Error, StringComparison.Ordinal);

        var csv = await ReadAsync("log.csv");
        await WriteAsync(csv[..^40], "log.csv");
        var cut = await RunAsync("audit", "verify", "log.csv");
        Assert.Equal(1, cut.ExitCode);
        Assert.Matches(@"^storagekit: log\.csv:\d+: (column|expected 20 cells|the text ends)", cut.Error);

        await WriteAsync("a,b\n1,2\n", "strange.csv");
        Assert.Equal(2, (await RunAsync("audit", "verify", "strange.csv")).ExitCode);
        Assert.Equal(2, (await RunAsync("audit", "verify", "absent.jsonl")).ExitCode);
        var tenant = await RunAsync("audit", "verify", "storage.toml", "--tenant", "acme");
        Assert.Equal((2, "storagekit: --tenant: expected a UUID, such as 018f3c5e-…\n"), (tenant.ExitCode, tenant.Error));
        Assert.Equal(2, (await RunAsync("audit", "export", "storage.toml", "--to", "strange.csv")).ExitCode);
    }

    [Fact]
    public async Task Only_the_audit_sink_is_opened()
    {
        await FillAsync();
        var text = (await ReadAsync()).Replace("policy_store = \"sqlite\"", "policy_store = \"postgres\"", StringComparison.Ordinal);
        await WriteAsync(text + "\n[storage.postgres]\nhost = \"127.0.0.1\"\nport = 1\ndatabase = \"d\"\nusername = \"u\"\n"
            + "plaintext = true\n");
        await VerifiesAsync("storage.toml");
    }

    [Fact]
    public async Task Standard_input_is_verified_too_and_another_tenants_log_is_empty()
    {
        await FillAsync();
        await RunAsync("audit", "export", "storage.toml", "--to", "log.jsonl");
        var start = new ProcessStartInfo(
            "sh", ["-c", $"dotnet '{Tool.Path}' audit verify - < log.jsonl"])
        {
            WorkingDirectory = Folder, RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        Assert.Equal("OK: 24 entries in 3 sessions, 0 broken\n", await process.StandardOutput.ReadToEndAsync());
        var other = await RunAsync("audit", "verify", "storage.toml", "--tenant", TenantId.New().ToString());
        Assert.Equal("OK: 0 entries in 0 sessions, 0 broken\n", other.Output);
    }

    async Task VerifiesAsync(string file) => Assert.Equal(
        new(0, "OK: 24 entries in 3 sessions, 0 broken\n", ""), await RunAsync("audit", "verify", file));

    async Task FillAsync()
    {
        await WriteAsync(Right.Replace("audit.db", PathOf("audit.db"), StringComparison.Ordinal) + "\nplaintext = true");
        await using var storage = await Drivers.CreateRegistry().OpenAsync(
            StorageConfig.Load(PathOf("storage.toml")), kind => kind == "audit_sink");
        var agent = AgentId.New();
        var last = new Hash256[Sessions];
        for (var i = 0; i < EntriesEach; i++)
            for (var s = 0; s < Sessions; s++)
            {
                var odd = s_odd[i];
                var entry = new AuditEntry(
                    (ulong)i, 2_000_000_000_000_000_000 + (ulong)(i * 100), AuditEventType.ToolCallIntercepted, agent,
                    _sessions[s], odd ?? "{}", last[s],
                    new AuditLineage { TeamId = odd, RootAgentId = i % 2 == 0 ? agent : null, Depth = i == 3 ? 7 : null },
                    new AuditRedaction(i == 4 ? [new(CredentialKind.AwsAccessKey, 3, "[R,\"]")] : [], odd), odd);
                await storage.Audit.EmitAsync(entry);
                last[s] = entry.EntryHash;
            }
    }
}
