/** The words of what somebody chooses of the mails they are sent. */
export const mailChoices = {
  title: 'Mails om indstillinger',
  these: 'Dine valg om mails',
  hint: 'Du får en mail, når en indstilling venter på dig, og når en af dine bliver returneret, afvist eller godkendt. Er der nyt om flere, står de i den samme mail.',
  legend: 'Hvor ofte vil du have mails?',
  paces: {
    'at-once': 'Med det samme',
    collected: 'Samlet, højst hvert kvarter',
    daily: 'Én gang om dagen, kl. 7.30',
    never: 'Aldrig',
  },
  done: {
    'at-once': 'Du får nu mails om indstillinger med det samme.',
    collected: 'Du får nu mails om indstillinger samlet, højst hvert kvarter.',
    daily: 'Du får nu mails om indstillinger én gang om dagen, kl. 7.30.',
    never: 'Du får ikke længere mails om indstillinger.',
  },
} as const;
