using System.Collections.Generic;
using System.Linq;

namespace Kam.Rules.Solutions.CrossSelling;

/// <summary>A set of transactions or customers, one bit each.</summary>
internal sealed class TransactionSet
{
    private const int BitsOfAWord = 64;
    private readonly ulong[] words;

    private TransactionSet(ulong[] words)
    {
        this.words = words;
        foreach (var word in words) Count += Ones(word);
    }

    /// <summary>How many are in it.</summary>
    internal int Count { get; }

    internal static TransactionSet Of(IEnumerable<int> members, int size)
    {
        var words = new ulong[(size + BitsOfAWord - 1) / BitsOfAWord];
        foreach (var member in members) words[member / BitsOfAWord] |= 1UL << (member % BitsOfAWord);
        return new TransactionSet(words);
    }

    /// <summary>Those that are in both.</summary>
    internal TransactionSet And(TransactionSet other) => new(words.Select((word, place) => word & other.words[place]).ToArray());

    // Counts bits in parallel: pairs, nibbles, bytes, then all bytes by one multiplication (Warren, Hacker's Delight, 5-1).
    private static int Ones(ulong word)
    {
        word -= (word >> 1) & 0x5555555555555555UL;
        word = (word & 0x3333333333333333UL) + ((word >> 2) & 0x3333333333333333UL);
        word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0FUL;
        return (int)(unchecked(word * 0x0101010101010101UL) >> 56);
    }
}
