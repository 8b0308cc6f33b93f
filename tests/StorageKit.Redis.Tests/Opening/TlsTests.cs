using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using StorageKit.Conformance;
using StorageKit.Testing.Certificates;

namespace StorageKit.Redis.Tests.Opening;

public sealed class TlsTests : IAsyncLifetime
{
    readonly SuiteScope _scope = new();
    PrivateRedis _server = null!;
    int _port;

    [Fact]
    public async Task An_encrypted_connection_needs_a_trusted_server_and_shows_it_this_client()
    {
        await using var redis = await OpenAsync(Options);
        await new RedisSessionStore(redis, default).CheckHealthAsync();
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_is_refused() =>
        await ExpectUnauthorizedAsync(Options with { TlsCaFile = null });

    [Fact]
    public async Task A_certificate_for_another_host_is_refused() =>
        await ExpectUnauthorizedAsync(Options with { Host = "localhost" });

    [Fact]
    public async Task A_file_that_is_no_certificate_is_said_to_be_none() =>
        await ExpectUnauthorizedAsync(Options with { TlsCertFile = PathOf("server.key") });

    RedisOptions Options => new()
    {
        Port = _port,
        Tls = true,
        TlsCaFile = PathOf("ca.pem"),
        TlsCertFile = PathOf("server.pem"),
        TlsKeyFile = PathOf("server.key"),
    };

    string PathOf(string name) => Path.Combine(_scope.Folder, name);

    static ValueTask<RedisServer> OpenAsync(RedisOptions options) =>
        RedisServer.OpenAsync(options, NullLogger<RedisServer>.Instance);

    static async Task ExpectUnauthorizedAsync(RedisOptions options)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(async () => await OpenAsync(options));
        Assert.Equal((StorageErrorKind.Unauthorized, false), (failure.Kind, failure.IsTransient));
        Assert.Contains("certificate", failure.Message);
    }

    public async Task InitializeAsync()
    {
        WriteCertificates();
        using (var listener = new TcpListener(IPAddress.Loopback, 0))
        {
            listener.Start();
            _port = ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        _server = await PrivateRedis.StartAsync(_scope, settings: new RedisSettings
        {
            Options = new Dictionary<string, string>
            {
                ["tls-port"] = $"{_port}", ["tls-ca-cert-file"] = PathOf("ca.pem"),
                ["tls-cert-file"] = PathOf("server.pem"), ["tls-key-file"] = PathOf("server.key"),
                ["tls-auth-clients"] = "yes",
            },
        });
    }

    void WriteCertificates()
    {
        using var authority = new TestAuthority(_scope.Folder, "ca");
        authority.Sign("server");
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _scope.Dispose();
    }
}
