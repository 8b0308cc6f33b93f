namespace StorageKit.Local.Tests;

public sealed class SessionTests
{
    [Fact]
    public async Task A_session_is_a_line_of_JSON()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        await using var opened = await folder.OpenAsync(time: clock);
        var session = new SessionRecord(SessionId.New(), AgentId.New(), ulong.MaxValue);
        await opened.Sessions.SaveAsync(session);
        var text = await File.ReadAllTextAsync(folder.In("sessions", $"{session.SessionId}.json"));
        Assert.StartsWith(
            $"{{\"session_id\":\"{session.SessionId}\",\"agent_id\":\"{session.AgentId}\","
            + "\"started_at_ns\":18446744073709551615,\"saved_at\":\"", text, StringComparison.Ordinal);
        Assert.Equal(session, await opened.Sessions.LoadAsync(session.SessionId));
    }

    [Fact]
    public async Task Sessions_expire_at_their_time_to_live_and_their_files_go()
    {
        using var folder = new TemporaryFolder();
        var clock = new ManualClock();
        await using var opened = await folder.OpenAsync("plaintext = true\nsession_ttl = '1m'", clock);
        var old = new SessionRecord(SessionId.New(), AgentId.New(), 1);
        await opened.Sessions.SaveAsync(old);
        clock.Advance(TimeSpan.FromMinutes(1) - TimeSpan.FromTicks(1));
        Assert.Equal(old, await opened.Sessions.LoadAsync(old.SessionId));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Null(await opened.Sessions.LoadAsync(old.SessionId));
        var kept = new SessionRecord(SessionId.New(), AgentId.New(), 1);
        await opened.Sessions.SaveAsync(kept);
        Assert.Equal([$"{kept.SessionId}.json"], folder.Names("sessions"));
    }

    [Fact]
    public async Task Every_cut_or_flipped_byte_of_a_session_is_found()
    {
        using var folder = new TemporaryFolder();
        await using var opened = await folder.OpenAsync();
        var session = new SessionRecord(SessionId.New(), AgentId.New(), 7);
        await opened.Sessions.SaveAsync(session);
        var path = folder.In("sessions", $"{session.SessionId}.json");
        var whole = await File.ReadAllBytesAsync(path);
        for (var i = 0; i < whole.Length; i++)
        {
            await File.WriteAllBytesAsync(path, [.. whole[..i], (byte)(whole[i] ^ 1), .. whole[(i + 1)..]]);
            await ExpectDamagedAsync();
            await File.WriteAllBytesAsync(path, whole[..i]);
            await ExpectDamagedAsync();
        }

        async Task ExpectDamagedAsync()
        {
            var error = await Assert.ThrowsAsync<StorageException>(
                async () => await opened.Sessions.LoadAsync(session.SessionId));
            Assert.Equal(StorageErrorKind.Serialization, error.Kind);
            Assert.Contains(path, error.Message);
        }
    }
}
