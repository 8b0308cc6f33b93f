using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace StorageKit.Redis;

/// <summary>Opens the stream to the server: TCP, and TLS on it where the section says so.</summary>
internal static class RedisDialer
{
    internal static async ValueTask<Stream> DialAsync(RedisOptions options, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Stream? stream = null;
        try
        {
            await socket.ConnectAsync(options.Host, options.Port, cancellationToken).ConfigureAwait(false);
            stream = new NetworkStream(socket, ownsSocket: true);
            return options.Tls
                ? await EncryptAsync(stream, options, cancellationToken).ConfigureAwait(false)
                : stream;
        }
        catch
        {
            if (stream is not null) await stream.DisposeAsync().ConfigureAwait(false);
            socket.Dispose();
            throw;
        }
    }

    static async ValueTask<Stream> EncryptAsync(
        Stream stream, RedisOptions options, CancellationToken cancellationToken)
    {
        var encrypted = new SslStream(stream);
        try
        {
            await encrypted.AuthenticateAsClientAsync(Authentication(options), cancellationToken)
                .ConfigureAwait(false);
            return encrypted;
        }
        catch
        {
            await encrypted.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    static SslClientAuthenticationOptions Authentication(RedisOptions options)
    {
        var authentication = new SslClientAuthenticationOptions { TargetHost = options.Host };
        try
        {
            if (options.TlsCaFile is { } ca)
            {
                var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust };
                policy.CustomTrustStore.ImportFromPemFile(ca);
                policy.RevocationMode = X509RevocationMode.NoCheck;
                authentication.CertificateChainPolicy = policy;
            }
            if (options.TlsCertFile is { } certificate)
                authentication.ClientCertificates =
                    [X509Certificate2.CreateFromPemFile(certificate, options.TlsKeyFile)];
            return authentication;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new AuthenticationException("A certificate or key file cannot be read.", e);
        }
    }
}
