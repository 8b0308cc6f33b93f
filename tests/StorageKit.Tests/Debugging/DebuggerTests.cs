using System.Reflection;
using System.Text;
using StorageKit.Testing.Debugging;

namespace StorageKit.Tests.Debugging;

/// <summary>Whoever stops a process that holds secrets sees none of them, whatever he opens.</summary>
public sealed class DebuggerTests
{
    const string Secret = "pa55word-that-nobody-may-see-12";

    [Fact]
    public void The_view_finds_what_is_not_kept_from_it()
    {
        Assert.Contains(Secret, DebuggerView.Of(new Careless(Secret)), StringComparison.Ordinal);
        Assert.Contains(Secret, DebuggerView.Of(new[] { Encoding.UTF8.GetBytes(Secret) }), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_ring_shows_its_ids()
    {
        var ring = new KeyRing("2026", new Dictionary<string, byte[]> { ["2026"] = Encoding.UTF8.GetBytes(Secret + "3") });

        Shows(ring, "2026 (active)");
    }

    [Fact]
    public void A_sealed_secret_shows_its_name() =>
        Shows(new SealedSecret(Encoding.UTF8.GetBytes("github"), Encoding.UTF8.GetBytes(Secret)), "github");

    [Fact]
    public void A_resealed_secret_shows_its_name() => Shows(
        new ResealedSecret(new(Encoding.UTF8.GetBytes("github"), default), Encoding.UTF8.GetBytes(Secret)), "github");

    [Fact]
    public void An_option_shows_that_it_is_set()
    {
        const BindingFlags ours = BindingFlags.Instance | BindingFlags.NonPublic;
        var option = Activator.CreateInstance(typeof(Option<string>), ours, null, [Secret], null)!;

        Shows(option, "True");
    }

    [Fact]
    public void A_configuration_shows_which_driver_serves_what()
    {
        string[] contracts = ["policy_store", "audit_sink", "session_store", "credential_store", "rate_limit_counter",
            "lifecycle_store"];
        var kinds = contracts.Select(kind => $"{kind} = \"acme\"");
        var config = StorageConfig.Parse($"[storage]\n{string.Join('\n', kinds)}\n[storage.acme]\npassword = \"{Secret}\"");

        Shows(config, "policy_store = \"acme\"");
    }

    static void Shows(object holder, string text)
    {
        var view = DebuggerView.Of(holder);

        Assert.Contains(text, view, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, view, StringComparison.Ordinal);
    }

    sealed class Careless(string secret)
    {
        readonly object _kept = new { Inner = secret };

        public override string ToString() => _kept.GetType().Name;
    }
}
