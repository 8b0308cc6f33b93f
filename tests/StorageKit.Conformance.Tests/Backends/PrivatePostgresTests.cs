using StorageKit.Conformance.Backends;

namespace StorageKit.Conformance.Tests.Backends;

public sealed class PrivatePostgresTests : IDisposable
{
    readonly SuiteScope _scope = new();

    public void Dispose() => _scope.Dispose();

    [Fact]
    public async Task It_answers_and_after_its_end_no_process_port_or_file_is_left()
    {
        var postgres = await PrivatePostgres.StartAsync(_scope);
        Assert.Equal("2|x", await postgres.QueryAsync("select 1 + 1, 'x'"));
        Assert.NotEmpty(RunningProcesses.With(postgres.Folder));
        Assert.Equal(
            postgres.Description, "PostgreSQL " + (await postgres.QueryAsync("show server_version")).Split(' ')[0]);

        await postgres.DisposeAsync();
        await postgres.DisposeAsync();

        Assert.Empty(RunningProcesses.With(postgres.Folder));
        Assert.True(FreePort.IsFree(postgres.Port));
        Assert.Empty(Directory.GetFileSystemEntries(_scope.Folder));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => postgres.StartAsync().AsTask());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_committed_is_there_after_a_stop_or_kill_and_a_start_on_the_same_port(bool kill)
    {
        await using var postgres = await PrivatePostgres.StartAsync(_scope);
        var port = postgres.Port;
        await postgres.QueryAsync("create table kept (n int)");
        await postgres.QueryAsync("insert into kept values (7)");

        if (kill) await postgres.KillAsync();
        else await postgres.StopAsync();
        Assert.Empty(RunningProcesses.With(postgres.Folder));
        Assert.True(FreePort.IsFree(port));
        await postgres.StartAsync();

        Assert.Equal(port, postgres.Port);
        Assert.Equal("7", await postgres.QueryAsync("select n from kept"));
    }

    [Fact]
    public async Task A_kill_and_no_start_leaves_no_shared_memory_behind()
    {
        var postgres = await PrivatePostgres.StartAsync(_scope);
        var file = Path.Combine(postgres.Folder, "data", "postmaster.pid");
        var id = File.ReadLines(file).ElementAt(6).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        Assert.Contains(id, SharedMemory());
        await postgres.KillAsync();
        await postgres.DisposeAsync();
        Assert.DoesNotContain(id, SharedMemory());
    }

    [Fact]
    public async Task It_syncs_and_its_collation_is_no_byte_order()
    {
        await using var postgres = await PrivatePostgres.StartAsync(_scope);
        Assert.Equal("on|on", await postgres.QueryAsync(
            "select current_setting('fsync'), current_setting('synchronous_commit')"));
        Assert.Equal("a,B", await postgres.QueryAsync(
            "select string_agg(x, ',' order by x) from (values ('B'), ('a')) as v (x)"));
    }

    [Fact]
    public async Task It_counts_other_connections_and_rows_and_shows_what_is_on_disk()
    {
        await using var postgres = await PrivatePostgres.StartAsync(_scope);
        Assert.Equal(0, await postgres.ConnectionsAsync());
        Assert.Equal(0, await postgres.CounterKeysAsync(TenantId.New()));
        await postgres.QueryAsync("create table kept (t text); insert into kept values ('canary-4711'), ('b')");

        Assert.Equal(2, await postgres.CounterKeysAsync(TenantId.New()));
        Assert.True(await Scans.ContainAsync(postgres, "canary-4711"));
        var sleeping = postgres.QueryAsync("select pg_sleep(20)").AsTask();
        while (await postgres.ConnectionsAsync() != 1) await Task.Delay(20);
        await postgres.KillAsync();
        await Assert.ThrowsAsync<BackendException>(() => sleeping);
    }

    [Fact]
    public async Task Only_its_password_opens_it_and_no_message_shows_the_password()
    {
        var settings = new PostgresSettings { MaxConnections = 7 };
        await using var postgres = await PrivatePostgres.StartAsync(
            _scope, at => $"host = '{at.Host}'\nport = {at.Port}\npassword = '{at.Password}'", settings);
        Assert.Equal("7", await postgres.QueryAsync("show max_connections"));
        var failed = await Assert.ThrowsAsync<BackendException>(() => postgres.QueryAsync("select nonsense").AsTask());
        Assert.Contains("column \"nonsense\" does not exist", failed.Message);
        Assert.DoesNotContain(postgres.Address.Password, failed.Message + postgres.Address);
        Assert.Contains($"port = 7\npassword = '{postgres.Address.Password}'", postgres.SectionAt("127.0.0.1", 7));
    }

    static string SharedMemory() => File.ReadAllText("/proc/sysvipc/shm");
}
