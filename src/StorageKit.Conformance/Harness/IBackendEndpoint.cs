namespace StorageKit.Conformance;

/// <summary>Probe: where the backend listens, so that the kit can stand between it and the driver.</summary>
/// <remarks>A clause of the network lane starts a TCP proxy on a loopback port, in front of <see cref="Host"/> and
/// <see cref="Port"/>, and opens the driver from <see cref="SectionAt"/> of the proxy. A driver that connects elsewhere
/// makes the clause inconclusive. TLS with a certificate that names the host ends here. Thread-safe.</remarks>
/// <example><code>
/// public string SectionAt(string host, int port) => $"host = '{host}'\nport = {port}\ntimeout = '2s'";
/// </code></example>
public interface IBackendEndpoint
{
    /// <summary>The address that it listens on; a loopback address or a name.</summary>
    string Host { get; }

    /// <summary>The TCP port that it listens on, 1 to 65,535.</summary>
    int Port { get; }

    /// <summary>The harness's section as it is for a driver that reaches the backend at another address.</summary>
    /// <param name="host">The address of whoever stands in between.</param>
    /// <param name="port">Its TCP port.</param>
    string SectionAt(string host, int port);
}
